package flights.web.flight.batch;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import flights.core.contract.RequestId;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.Prediction;
import flights.web.flight.reference.Reference;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;

/** Flights that are stored to be predicted all together later, by {@code ./flights predict}. */
final class Tasks {

  private static final int MOST = 1_000;
  private static final String IDS = "Ids";
  private static final String AT = "At";

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
    collection(FlightCollections.PREDICTION_TASKS)
        .insertOne(Documents.of(request).append("_id", id));
    // So that a day's tasks are found by their ids, whatever else is stored.
    collection(FlightCollections.PREDICTION_TASK_DAYS)
        .updateOne(
            eq("_id", LocalDate.ofInstant(request.timestamp(), ZoneOffset.UTC).toString()),
            combine(push(IDS, id), set(AT, Date.from(request.timestamp()))),
            new UpdateOptions().upsert(true));
    return id;
  }

  /** The last of those that were stored on that day, UTC; in the order in which they were. */
  List<Task> of(LocalDate day) {
    List<String> ids = ids(day);
    Map<String, FlightRequest> flights = new HashMap<>();
    collection(FlightCollections.PREDICTION_TASKS)
        .find(in("_id", ids))
        .map(found -> Documents.to(FlightRequest.class, found))
        .forEach(it -> flights.put(it.uuid(), it));
    Map<String, Document> results = results(ids);
    return ids.stream()
        .filter(flights::containsKey)
        .map(id -> task(flights.get(id), results.get(id)))
        .toList();
  }

  private List<String> ids(LocalDate day) {
    Document found =
        collection(FlightCollections.PREDICTION_TASK_DAYS).find(eq("_id", day.toString())).first();
    List<String> all = found == null ? List.of() : found.getList(IDS, String.class);
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  private Map<String, Document> results(List<String> ids) {
    Map<String, Document> results = new HashMap<>();
    collection(FlightCollections.PREDICTION_RESULTS)
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

  private MongoCollection<Document> collection(String name) {
    return store.get().collection(name);
  }
}
