package flights.flight.spark.outcome;

import static org.apache.spark.sql.functions.expr;

import flights.flight.outcome.OutcomeSummary;
import flights.flight.outcome.OutcomeSummary.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums outcomes up, a version each. */
final class Summing {

  private static final String TOLD = "DepDelay is not null";

  private static final Column[] FIGURES =
      Stream.of(
              "min(FlightDate) as first",
              "max(FlightDate) as last",
              "count(1) as all_flights",
              "avg(hit) as all_hits",
              "avg(off) as all_off",
              "avg(inside) as all_inside",
              "avg(surprise) as all_surprise",
              "count(DepDelay) as told_flights",
              "avg(hit) filter (where " + TOLD + ") as told_hits",
              "avg(off) filter (where " + TOLD + ") as told_off",
              "avg(inside) filter (where " + TOLD + ") as told_inside",
              "avg(surprise) filter (where " + TOLD + ") as told_surprise",
              "avg(base_hit) as base_hits",
              "avg(abs(DepDelay - ActualArrDelay)) as base_off")
          .map(text -> expr(text))
          .toArray(Column[]::new);

  private Summing() {}

  static List<OutcomeSummary> of(Dataset<Row> outcomes) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return outcomes
        .withColumn("hit", expr("double(Prediction = ActualBucket)"))
        .withColumn("off", expr("abs(ExpectedArrDelay - ActualArrDelay)"))
        .withColumn("inside", expr("double(ActualArrDelay between ArrDelayP10 and ArrDelayP90)"))
        .withColumn("surprise", expr("-ln(greatest(Probability, 1e-15))"))
        .withColumn(
            "base_hit",
            expr("if(" + TOLD + ", double(flight_delay_bucket(DepDelay) = ActualBucket), null)"))
        .groupBy("ModelVersion")
        .agg(FIGURES[0], java.util.Arrays.copyOfRange(FIGURES, 1, FIGURES.length))
        .orderBy("ModelVersion")
        .collectAsList()
        .stream()
        .map(row -> summary(row, now))
        .toList();
  }

  private static OutcomeSummary summary(Row row, Instant at) {
    boolean told = row.<Long>getAs("told_flights") > 0;
    return new OutcomeSummary(
        row.getAs("ModelVersion"),
        score(row, "all"),
        told ? score(row, "told") : null,
        told ? baseline(row) : null,
        LocalDate.parse(row.getAs("first")),
        LocalDate.parse(row.getAs("last")),
        at);
  }

  private static Score score(Row row, String which) {
    return new Score(
        row.<Long>getAs(which + "_flights"),
        row.<Double>getAs(which + "_hits"),
        row.getAs(which + "_off"),
        row.getAs(which + "_inside"),
        row.getAs(which + "_surprise"));
  }

  private static Score baseline(Row row) {
    return new Score(
        row.<Long>getAs("told_flights"),
        row.<Double>getAs("base_hits"),
        row.getAs("base_off"),
        null,
        null);
  }
}
