package flights.model.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.spark.sql.connector.config.MongoConfig;
import com.mongodb.spark.sql.connector.connection.MongoClientFactory;
import flights.core.store.StoreAccess;
import java.util.Objects;

/** Makes the connector's clients as all others are made; it finds this class by its name. */
public final class StoreClients implements MongoClientFactory {

  static final String CA = "connection.ca";

  private final StoreAccess access;

  public StoreClients(MongoConfig config) {
    access =
        new StoreAccess(
            config.get("connection.uri"), config.getDatabaseName(), config.getOrDefault(CA, ""));
  }

  @Override
  public MongoClient create() {
    return MongoClients.create(access.clientSettings().build());
  }

  /** The connector shares clients of equal factories. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StoreClients that && access.equals(that.access);
  }

  @Override
  public int hashCode() {
    return Objects.hash(access);
  }
}
