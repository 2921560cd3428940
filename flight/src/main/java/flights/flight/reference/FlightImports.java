package flights.flight.reference;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.util.Optional;
import org.bson.Document;

/** What the store knows of the last import of flights. */
public final class FlightImports {

  private static final String ID = "flights";

  private final MongoCollection<Document> imports;

  public FlightImports(Store store) {
    this.imports = store.collection(FlightCollections.IMPORTS);
  }

  public void put(FlightImport flights) {
    imports.replaceOne(
        eq("_id", ID), Documents.of(flights).append("_id", ID), new ReplaceOptions().upsert(true));
  }

  /** Whether no other import has begun since this one did. */
  public boolean isLast(FlightImport flights) {
    return last().filter(last -> last.startedAt().equals(flights.startedAt())).isPresent();
  }

  public Optional<FlightImport> last() {
    return Optional.ofNullable(imports.find(eq("_id", ID)).first())
        .map(found -> Documents.to(FlightImport.class, found));
  }
}
