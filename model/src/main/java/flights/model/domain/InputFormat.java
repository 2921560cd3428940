package flights.model.domain;

import org.apache.spark.sql.SparkSession;

/** A way to read the rows that a pipeline starts from. */
@FunctionalInterface
public interface InputFormat {

  /**
   * Throws an exception whose message is one line for people when nothing there can be read.
   *
   * @param path a file or a folder, on any file system that Spark knows
   */
  InputRows read(SparkSession spark, String path);
}
