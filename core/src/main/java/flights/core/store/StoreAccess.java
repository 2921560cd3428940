package flights.core.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import flights.core.settings.Settings;
import java.io.Serializable;
import javax.net.ssl.SSLContext;

/**
 * How to reach the database. It holds what the certificate's file holds, not its name, so that it
 * can be used on another machine.
 *
 * @param ca certificates (PEM) of those who may vouch for the server; empty for those that Java
 *     trusts
 */
public record StoreAccess(String uri, String database, String ca) implements Serializable {

  public static StoreAccess of(Settings settings) {
    return new StoreAccess(
        settings.mongodbUri(), settings.mongodbDatabase(), settings.mongodbCa().orElse(""));
  }

  /** For a client; throws IllegalArgumentException when the address makes no sense. */
  public MongoClientSettings.Builder clientSettings() {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applyConnectionString(connection())
            .applicationName("flights");
    if (!ca.isEmpty()) {
      SSLContext trust = Trust.in(ca);
      settings.applyToSslSettings(ssl -> ssl.enabled(true).context(trust));
    }
    return settings;
  }

  /** Without user and password. */
  String address() {
    return "mongodb://" + String.join(",", connection().getHosts());
  }

  /** The database alone: an address may hold a password. */
  @Override
  public String toString() {
    return database;
  }

  private ConnectionString connection() {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      // The driver may quote a password.
      throw new IllegalArgumentException(
          "the address in MONGODB_URI is not one that MongoDB understands");
    }
  }
}
