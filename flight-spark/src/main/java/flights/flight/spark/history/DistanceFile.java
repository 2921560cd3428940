package flights.flight.spark.history;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Distances between airports, as the book's {@code origin_dest_distances.jsonl} has them. */
public final class DistanceFile {

  private static final List<String> COLUMNS = List.of("Origin", "Dest", "Distance");
  // Beside these, an id that a database has given.
  private static final int MOST_COLUMNS = COLUMNS.size() + 1;
  private static final String SCHEMA = "Origin string, Dest string, Distance double";

  private DistanceFile() {}

  /**
   * Origin, Dest and Distance (miles) of each route; nothing when the path holds something else.
   *
   * @throws HistoryException when there is nothing at the path, or no line makes sense
   */
  public static Optional<Dataset<Row>> read(SparkSession spark, String path) {
    List<SourceFile> files = SourceFiles.at(path, spark.sparkContext().hadoopConfiguration());
    if (files.isEmpty() || !files.stream().allMatch(DistanceFile::fits)) {
      return Optional.empty();
    }
    String[] paths = files.stream().map(file -> file.path().toString()).toArray(String[]::new);
    Dataset<Row> routes =
        spark
            .read()
            .schema(SCHEMA)
            .json(paths)
            .where("Origin rlike '^[A-Z0-9]{3,4}$' and Dest rlike '^[A-Z0-9]{3,4}$'")
            .where("Distance between 1 and 13000")
            .dropDuplicates("Origin", "Dest");
    if (routes.isEmpty()) {
      throw new HistoryException(path + ": none of its lines is a distance between two airports");
    }
    return Optional.of(routes);
  }

  private static boolean fits(SourceFile file) {
    return file.kind() == Kind.JSON_LINES
        && file.has(COLUMNS)
        && file.columns().size() <= MOST_COLUMNS;
  }
}
