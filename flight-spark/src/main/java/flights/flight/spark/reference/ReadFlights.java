package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import flights.flight.reference.FlightImport;
import flights.flight.spark.history.FlightHistory;
import flights.flight.spark.history.ReadReport;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flights that have been read once, and are kept at hand until this is closed. */
record ReadFlights(FlightHistory history, LocalDate first, LocalDate last)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadFlights.class);

  static ReadFlights at(SparkSession spark, String path) {
    FlightHistory history = FlightHistory.keep(spark, path);
    LOG.info("{}", history.report().summary());
    Row dates = history.flights().agg(min("FlightDate"), max("FlightDate")).first();
    return new ReadFlights(history, dates.getAs(0), dates.getAs(1));
  }

  Flights flights() {
    return Flights.of(history.flights());
  }

  /** What is to be known of the import while it is not whole. */
  FlightImport started(String data, Instant now) {
    ReadReport report = history.report();
    return new FlightImport(
        data,
        report.format(),
        report.flights(),
        report.dropped(),
        report.malformed(),
        first,
        last,
        now,
        null);
  }

  @Override
  public void close() {
    history.close();
  }
}
