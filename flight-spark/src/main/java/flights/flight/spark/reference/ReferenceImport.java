package flights.flight.spark.reference;

import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import flights.flight.spark.history.DistanceFile;
import flights.flight.spark.reference.ImportReport.Written;
import flights.model.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Fills the collections in which the pages look things up, each by its id. */
public final class ReferenceImport {

  private final SparkSession spark;
  private final Store store;
  private final FlightImports imports;
  private final LookUpWriter writer;
  private final String bundled;

  /**
   * An import into the database of the store.
   *
   * @param bundled the folder of the data that are shipped with the program
   */
  public ReferenceImport(SparkSession spark, Store store, String bundled) {
    this.spark = spark;
    this.store = store;
    this.imports = new FlightImports(store);
    this.writer = new LookUpWriter(store);
    this.bundled = bundled;
  }

  /**
   * Makes the collections say what the flights at a path say, and nothing of an earlier import; a
   * file of distances adds to the distances alone. Done again, it changes nothing. Pages may be
   * read meanwhile.
   *
   * @param data null for the bundled flights
   * @throws flights.flight.spark.history.HistoryException when there is nothing there that can be
   *     read
   */
  public ImportReport run(String data) {
    Optional<Dataset<Row>> distances =
        data == null ? Optional.empty() : DistanceFile.read(spark, data);
    return distances.isPresent() ? importDistances(distances.get()) : importFlights(data);
  }

  private ImportReport importDistances(Dataset<Row> known) {
    try (Progress progress = Progress.onConsole(spark)) {
      prepare();
      return new ImportReport(List.of(write(Histories.distances(known), progress)));
    }
  }

  private ImportReport importFlights(String data) {
    try (Progress progress = Progress.onConsole(spark, Steps.plan());
        ReadFlights read = progress.stage(Steps.READING, () -> read(data, progress))) {
      FlightImport started = read.started(data == null ? null : absolute(data), now());
      imports.put(started);
      prepare();
      List<Written> written = new ArrayList<>();
      for (LookUp lookUp : Steps.lookUps(read.flights(), Planes.in(spark, bundled))) {
        written.add(write(lookUp, progress));
        requireLast(started);
      }
      imports.put(started.finished(now()));
      return new ImportReport(List.copyOf(written));
    }
  }

  private ReadFlights read(String data, Progress progress) {
    ReadFlights read = ReadFlights.at(spark, data == null ? bundled : data);
    progress.rows(read.history().report().rows());
    return read;
  }

  private void prepare() {
    ForeignDistances.adopt(store);
    FlightCollections.ensureIndexes(store.database());
  }

  private Written write(LookUp lookUp, Progress progress) {
    return progress.stage(
        lookUp.collection(),
        () -> {
          Written written = writer.write(lookUp);
          progress.rows(written.documents());
          return written;
        });
  }

  /** Two imports of different flights would leave a mixture. */
  private void requireLast(FlightImport started) {
    if (!imports.isLast(started)) {
      throw new ImportException("another import has begun meanwhile: this one gives way to it");
    }
  }

  /** Whoever does it again may do so from another folder. */
  private String absolute(String data) {
    Path path = new Path(data);
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .makeQualified(path)
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(data + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** As exact as the store keeps it. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
