package flights.predictor.batch;

import flights.core.contract.ModelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file, on any Hadoop file system; when read, a folder of such files will do. */
record FilePlace(String path, FileFormat format) implements RowPlace {

  @Override
  public void requireThere(SparkSession spark) {
    if (!exists(spark)) {
      throw new IllegalArgumentException("there is no " + path);
    }
  }

  @Override
  public void requireRoom(SparkSession spark) {
    if (exists(spark)) {
      throw new IllegalArgumentException(
          path + " is there already: name another --output, or delete it");
    }
  }

  @Override
  public Dataset<Row> requests(SparkSession spark, ModelConfig model) {
    return format.requests(spark, path, model);
  }

  /** One file in the rows' order, there as a whole or not at all. */
  @Override
  public void write(Dataset<Row> answers) {
    Path target = new Path(path);
    Path staging =
        new Path(
            target.getParent() == null ? new Path(".") : target.getParent(),
            "." + target.getName() + "-" + UUID.randomUUID());
    try {
      FileSystem files = files(answers.sparkSession());
      try {
        format.write(
            answers.drop(ScoredRows.ID).coalesce(1), files.makeQualified(staging).toString());
        FileStatus[] parts = files.globStatus(new Path(staging, "part-*"));
        if (parts.length != 1 || !files.rename(parts[0].getPath(), target)) {
          throw new IOException("the file cannot be moved into place");
        }
      } finally {
        files.delete(staging, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written: " + e.getMessage(), e);
    }
  }

  private boolean exists(SparkSession spark) {
    try {
      return files(spark).exists(new Path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be used: " + e.getMessage(), e);
    }
  }

  private FileSystem files(SparkSession spark) throws IOException {
    return new Path(path).getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
