package flights.flight.outcome;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.util.Optional;
import org.bson.Document;

/** What the store knows of how right each version's predictions were. */
public final class OutcomeSummaries {

  private final MongoCollection<Document> summaries;

  public OutcomeSummaries(Store store) {
    summaries = store.collection(FlightCollections.OUTCOME_SUMMARIES);
  }

  public void put(OutcomeSummary summary) {
    summaries.replaceOne(
        eq("_id", summary.version()), Documents.of(summary), new ReplaceOptions().upsert(true));
  }

  public Optional<OutcomeSummary> find(String version) {
    return Optional.ofNullable(summaries.find(eq("_id", version)).first())
        .map(found -> Documents.to(OutcomeSummary.class, found));
  }
}
