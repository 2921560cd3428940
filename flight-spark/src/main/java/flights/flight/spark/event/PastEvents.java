package flights.flight.spark.event;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import flights.flight.ScheduledTime;
import flights.flight.event.FlightEvent;
import flights.flight.event.FlightEventType;
import flights.flight.event.PastFlight;
import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Makes the events of the topic {@code flight_events} of flights that are history. */
public final class PastEvents implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  /** Columns as the fields of a message. */
  static final StructType SCHEMA =
      new StructType()
          .add("type", StringType, false)
          .add("carrier", StringType, false)
          .add("number", StringType, false)
          .add("date", DateType, false)
          .add("origin", StringType, false)
          .add("dest", StringType, false)
          .add("tail", StringType)
          .add("scheduled_departure", TimestampType)
          .add("scheduled_arrival", TimestampType)
          .add("at", TimestampType, false)
          .add("delay", IntegerType);

  private final ScheduledTime times;

  private PastEvents(ScheduledTime times) {
    this.times = times;
  }

  /**
   * All events, in no order, with columns as the fields of a message.
   *
   * @param flights those of {@code FlightHistory}
   */
  public static Dataset<Row> of(Dataset<Row> flights) {
    return flights
        .select(
            "Carrier",
            "FlightNum",
            "FlightDate",
            "Origin",
            "Dest",
            "TailNum",
            "CRSDepTime",
            "CRSArrTime",
            "CRSElapsedTime",
            "DepDelay",
            "ArrDelay")
        .flatMap(new PastEvents(ReferenceData.bundled().scheduledTime()), Encoders.row(SCHEMA));
  }

  /** The event of a row. */
  public static FlightEvent event(Row row) {
    return new FlightEvent(
        FlightEventType.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
        row.getString(1),
        row.getString(2),
        row.getAs(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getAs(7),
        row.getAs(8),
        row.<Instant>getAs(9),
        row.<Integer>getAs(10));
  }

  @Override
  public Iterator<Row> call(Row row) {
    PastFlight flight =
        new PastFlight(
            row.getString(0),
            row.getString(1),
            row.<LocalDate>getAs(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getAs(6),
            row.getAs(7),
            row.getAs(8),
            row.getAs(9),
            row.getAs(10));
    return flight.events(times).stream().map(PastEvents::row).iterator();
  }

  private static Row row(FlightEvent event) {
    return RowFactory.create(
        event.type().text(),
        event.carrier(),
        event.number(),
        event.date(),
        event.origin(),
        event.dest(),
        event.tail(),
        event.scheduledDeparture(),
        event.scheduledArrival(),
        event.at(),
        event.delay());
  }
}
