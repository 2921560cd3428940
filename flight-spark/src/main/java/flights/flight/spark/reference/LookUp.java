package flights.flight.spark.reference;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The documents of a collection.
 *
 * @param documents each with its {@code _id}
 * @param whole whether these are all that are to be there
 */
public record LookUp(String collection, Dataset<Row> documents, boolean whole) {

  public LookUp(String collection, Dataset<Row> documents) {
    this(collection, documents, true);
  }
}
