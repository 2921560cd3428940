package flights.predictor;

import com.mongodb.spark.sql.connector.read.partitioner.SinglePartitionPartitioner;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;

/** The store as Spark's connector reads and writes it. */
public final class MongoConnector {

  private static final String JAVA_TIME = "spark.sql.datetime.java8API.enabled";

  private MongoConnector() {}

  /** Writes documents by their {@code _id}; one that is there already is replaced. */
  public static void write(Dataset<Row> documents, String uri, String database, String collection) {
    RuntimeConfig conf = documents.sparkSession().conf();
    String before = conf.get(JAVA_TIME);
    // The connector does not know the times of java.time.
    conf.set(JAVA_TIME, "false");
    try {
      documents
          .write()
          .format("mongodb")
          .mode("append")
          .option("connection.uri", uri)
          .option("database", database)
          .option("collection", collection)
          .option("operationType", "replace")
          .option("ignoreNullValues", "true")
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
  public static Dataset<Row> read(
      DataFrameReader reader, String uri, String database, String collection) {
    return reader
        .format("mongodb")
        .option("connection.uri", uri)
        .option("database", database)
        .option("collection", collection)
        .option("partitioner", SinglePartitionPartitioner.class.getName())
        .load();
  }
}
