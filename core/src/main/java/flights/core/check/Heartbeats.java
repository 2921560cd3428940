package flights.core.check;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Collections;
import flights.core.store.Documents;
import flights.core.store.Store;
import java.util.Optional;
import org.bson.Document;

/** The signs of life that processes without an address of their own leave in the store. */
public final class Heartbeats {

  private final MongoCollection<Document> services;

  public Heartbeats(Store store) {
    this.services = store.collection(Collections.SERVICES);
  }

  public void beat(Heartbeat heartbeat) {
    services.replaceOne(
        eq("_id", heartbeat.service()),
        Documents.of(heartbeat).append("_id", heartbeat.service()),
        new ReplaceOptions().upsert(true));
  }

  public Optional<Heartbeat> latest(String service) {
    return Optional.ofNullable(services.find(eq("_id", service)).first())
        .map(found -> Documents.to(Heartbeat.class, found));
  }
}
