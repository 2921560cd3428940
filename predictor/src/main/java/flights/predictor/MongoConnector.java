package flights.predictor;

import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The store as Spark's connector reads and writes it. */
public final class MongoConnector {

  private MongoConnector() {}

  /** Writes documents by their {@code _id}; one that is there already is replaced. */
  public static void write(Dataset<Row> documents, String uri, String database, String collection) {
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
  }

  /**
   * Reads a collection.
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
        .load();
  }
}
