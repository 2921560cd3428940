package flights.core.store;

import com.mongodb.ConnectionString;
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
  private final String address;
  private final String databaseName;

  private Store(MongoClient client, String address, String databaseName) {
    this.client = client;
    this.address = address;
    this.databaseName = databaseName;
  }

  public static Store open(Settings settings) {
    return open(settings.mongodbUri(), settings.mongodbDatabase());
  }

  /** Does not wait for the server: the first use does, for a few seconds. */
  public static Store open(String uri, String databaseName) {
    ConnectionString connection = new ConnectionString(uri);
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(connection)
            .applicationName("flights")
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .build();
    String hosts = "mongodb://" + String.join(",", connection.getHosts());
    return new Store(MongoClients.create(settings), hosts, databaseName);
  }

  public MongoDatabase database() {
    return client.getDatabase(databaseName);
  }

  public MongoCollection<Document> collection(String name) {
    return database().getCollection(name);
  }

  /** Where the store is, without user and password. */
  public String address() {
    return address;
  }

  /** Whether the store answers, within a few seconds. */
  public Check check() {
    try {
      database().runCommand(new Document("ping", 1));
      return Check.up("store", address);
    } catch (MongoException e) {
      return Check.down(
          "store", "no MongoDB answers at " + address + "; MONGODB_URI sets another address");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
