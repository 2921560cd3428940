package flights.model.store;

import com.mongodb.spark.sql.connector.read.partitioner.SinglePartitionPartitioner;
import flights.core.store.StoreAccess;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;

/** The store as Spark's connector reads and writes it. */
public final class StoreConnector {

  private static final String JAVA_TIME = "spark.sql.datetime.java8API.enabled";

  private StoreConnector() {}

  /** Writes documents by their {@code _id}; one that is there already is replaced. */
  public static void write(Dataset<Row> documents, StoreAccess access, String collection) {
    write(documents, access, collection, Map.of());
  }

  /**
   * As write.
   *
   * @param more options of the connector
   */
  public static void write(
      Dataset<Row> documents, StoreAccess access, String collection, Map<String, String> more) {
    RuntimeConfig conf = documents.sparkSession().conf();
    String before = conf.get(JAVA_TIME);
    // The connector does not know the times of java.time.
    conf.set(JAVA_TIME, "false");
    try {
      documents
          .write()
          .format("mongodb")
          .mode("append")
          .options(options(access, collection))
          .option("operationType", "replace")
          .option("ignoreNullValues", "true")
          .options(more)
          .save();
    } finally {
      conf.set(JAVA_TIME, before);
    }
  }

  /**
   * Reads a collection, in one partition: dividing it takes a command that the embedded store
   * lacks.
   *
   * @param reader which knows the schema, or else guesses it
   */
  public static Dataset<Row> read(DataFrameReader reader, StoreAccess access, String collection) {
    return reader
        .format("mongodb")
        .options(options(access, collection))
        .option("partitioner", SinglePartitionPartitioner.class.getName())
        .load();
  }

  private static Map<String, String> options(StoreAccess access, String collection) {
    Map<String, String> options = new HashMap<>();
    options.put("connection.uri", access.uri());
    options.put(StoreClients.CA, access.ca());
    options.put("mongoClientFactory", StoreClients.class.getName());
    options.put("database", access.database());
    options.put("collection", collection);
    return options;
  }
}
