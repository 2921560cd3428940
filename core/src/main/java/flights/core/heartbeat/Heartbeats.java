package flights.core.heartbeat;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Collections;
import flights.core.store.Documents;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.List;
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

  /** The latest of every service that has ever left one. */
  public List<Heartbeat> all() {
    return services
        .find(exists("service"))
        .map(found -> Documents.to(Heartbeat.class, found))
        .into(new ArrayList<>());
  }
}
