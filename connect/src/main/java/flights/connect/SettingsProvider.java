package flights.connect;

import flights.core.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * What {@code ${env:NAME}} stands for in a connector: as with Kafka's own provider of that name,
 * but with the defaults of the settings, and no other variable of this process, so that a connector
 * cannot carry its secrets away.
 */
public final class SettingsProvider implements ConfigProvider {

  private final Map<String, String> known = new HashMap<>();

  @Override
  public void configure(Map<String, ?> configs) {
    Settings settings = Settings.fromEnvironment();
    String database = settings.database();
    int colon = database.lastIndexOf(':');
    known.put("FLIGHTS_DATABASE_HOST", database.substring(0, colon));
    known.put("FLIGHTS_DATABASE_PORT", database.substring(colon + 1));
    known.put("FLIGHTS_DATABASE_USER", settings.databaseUser());
    known.put("FLIGHTS_DATABASE_PASSWORD", settings.databasePassword());
    known.put("KAFKA_BOOTSTRAP_SERVERS", settings.kafkaServers());
    known.put("MONGODB_URI", settings.mongodbUri());
    known.put("MONGODB_DATABASE", settings.mongodbDatabase());
  }

  @Override
  public ConfigData get(String path) {
    return new ConfigData(known);
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> asked = new HashMap<>(known);
    asked.keySet().retainAll(keys);
    return new ConfigData(asked);
  }

  @Override
  public void close() {}
}
