package flights.web.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import flights.core.flight.FlightForm;
import flights.core.flight.FlightRequest;
import flights.core.flight.Prediction;
import flights.core.flight.RequestId;
import flights.core.store.Collections;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.web.reference.Reference;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;

/** Flights that are stored to be predicted all together later, by {@code ./flights predict}. */
final class Tasks {

  private static final int MOST = 1_000;

  /**
   * A stored flight.
   *
   * @param prediction null when it is not predicted yet, or cannot be
   * @param error null when it can be
   */
  public record Task(FlightRequest flight, Prediction prediction, String error) {}

  private final Supplier<Store> store;
  private final Reference reference;
  private final Clock clock;

  Tasks(Supplier<Store> store, Reference reference, Clock clock) {
    this.store = store;
    this.reference = reference;
    this.clock = clock;
  }

  /** The id of the task that this makes. */
  String add(FlightForm form) {
    String id = RequestId.next();
    FlightRequest request = FlightRequest.of(id, clock.instant(), form, reference);
    store
        .get()
        .collection(Collections.PREDICTION_TASKS)
        .insertOne(Documents.of(request).append("_id", id));
    return id;
  }

  /** Those that were stored on that day, UTC. */
  List<Task> of(LocalDate day) {
    Map<String, FlightRequest> flights = new HashMap<>();
    store
        .get()
        .collection(Collections.PREDICTION_TASKS)
        .find(and(gte("Timestamp", start(day)), lt("Timestamp", start(day.plusDays(1)))))
        .limit(MOST)
        .map(found -> Documents.to(FlightRequest.class, found))
        .forEach(it -> flights.put(it.uuid(), it));
    Map<String, Document> results = results(flights.keySet().stream().toList());
    List<Task> tasks = new ArrayList<>();
    flights.values().stream()
        .sorted(java.util.Comparator.comparing(FlightRequest::timestamp))
        .forEach(it -> tasks.add(task(it, results.get(it.uuid()))));
    return tasks;
  }

  private Map<String, Document> results(List<String> ids) {
    Map<String, Document> results = new HashMap<>();
    store
        .get()
        .collection(Collections.PREDICTION_RESULTS)
        .find(in("_id", ids))
        .forEach(found -> results.put(found.getString("_id"), found));
    return results;
  }

  private static Task task(FlightRequest flight, Document result) {
    if (result == null) {
      return new Task(flight, null, null);
    }
    return result.get("Error") == null
        ? new Task(flight, Documents.to(Prediction.class, result), null)
        : new Task(flight, null, String.valueOf(result.get("Error")));
  }

  private static Date start(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
