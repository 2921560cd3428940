package flights.trainer.split;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a model is trained on, and those that are held back to evaluate it.
 *
 * @param description of both, in words
 */
public record Split(String name, String description, Dataset<Row> training, Dataset<Row> test) {}
