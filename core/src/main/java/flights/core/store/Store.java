package flights.core.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import flights.core.check.Check;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** An open connection to the MongoDB database that all processes share. */
public final class Store implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final MongoClient client;
  private final StoreAccess access;
  private final String address;

  private Store(MongoClient client, StoreAccess access) {
    this.client = client;
    this.access = access;
    this.address = access.address();
  }

  public static Store open(Settings settings) {
    return open(StoreAccess.of(settings));
  }

  /** One whose server shows, if any, a certificate that Java trusts. */
  public static Store open(String uri, String databaseName) {
    return open(new StoreAccess(uri, databaseName, ""));
  }

  /** Does not wait for the server: the first use does, for a few seconds. */
  public static Store open(StoreAccess access) {
    MongoClientSettings settings =
        access
            .clientSettings()
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .build();
    return new Store(MongoClients.create(settings), access);
  }

  /** For other connections to it. */
  public StoreAccess access() {
    return access;
  }

  public MongoDatabase database() {
    return client.getDatabase(access.database());
  }

  public MongoCollection<Document> collection(String name) {
    return database().getCollection(name);
  }

  /** Where the store is, without user and password. */
  public String address() {
    return address;
  }

  /** What a failure means, in one line that names the setting to look at. */
  public String words(MongoException failure) {
    return StoreFault.line(address, failure);
  }

  /** Whether the store answers, within a few seconds. */
  public Check check() {
    try {
      database().runCommand(new Document("ping", 1));
      return Check.up("store", address);
    } catch (MongoException e) {
      return Check.down("store", words(e));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
