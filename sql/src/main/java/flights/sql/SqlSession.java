package flights.sql;

import flights.core.settings.Settings;
import flights.model.SparkSessions;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark as queries that run on need it. */
final class SqlSession {

  private static final String STATE =
      "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider";

  /** What all queries keep of earlier rows is on disk; in memory there is so much of it. */
  private static final int STATE_MEGABYTES = 128;

  private SqlSession() {}

  static SparkSession start(Settings settings) {
    int slots = Math.max(2, Runtime.getRuntime().availableProcessors());
    Map<String, String> options = new HashMap<>(options());
    options.putAll(settings.sparkOptions());
    return SparkSessions.start("flights sql", settings.sparkMaster(slots), options);
  }

  /** Those that go with a session, whoever starts Spark. */
  static Map<String, String> options() {
    String rocks = "spark.sql.streaming.stateStore.rocksdb.";
    return Map.of(
        "spark.sql.streaming.stateStore.providerClass",
        STATE,
        rocks + "boundedMemoryUsage",
        "true",
        rocks + "maxMemoryUsageMB",
        String.valueOf(STATE_MEGABYTES),
        rocks + "changelogCheckpointing.enabled",
        "true",
        // A query keeps the number that it has begun with, for as long as its checkpoint lives.
        "spark.sql.shuffle.partitions",
        "2",
        // With several streams in a query the slowest decides what is late.
        "spark.sql.streaming.multipleWatermarkPolicy",
        "min");
  }
}
