package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PastTest {

  private static final int WEEK = 7;

  private static List<Row> rows;
  private static Past past;
  private static Past.Learnt learnt;

  @BeforeAll
  static void learn() {
    Dataset<Row> flights = FlightsForTests.past();
    Dataset<Row> columns = flights.select(FlightColumns.past(flights.schema()));
    rows = columns.collectAsList();
    past = new Past(columns);
    learnt = past.learn(1_000, 42);
  }

  @Test
  void sumsUpAllFlightsOfAKey() {
    Codes codes = past.vocabulary().codes(FlightColumns.flight(rows.get(1)));
    long flown = rows.stream().filter(row -> row.getString(1).equals("2")).count();
    long key = Keys.flight(codes);
    assertThat(learnt.history().sum(key, HistorySum.FLIGHTS)).isEqualTo(flown);
    // Of all flights of a week nothing is kept: they are what a flight is compared with.
    assertThat(learnt.history().sum(Keys.ALL, HistorySum.GAIN)).isCloseTo(0, within(1e-6));
  }

  @Test
  void leavesTheWeeksAroundASampleOut() {
    assertThat(past.blocks().hole()).isPositive();
    for (int i = 0; i < learnt.sample().size(); i += 97) {
      ArrivedFlight flown = learnt.sample().get(i);
      int block = past.blocks().of(flown.day());
      int from = past.blocks().first() + (block - past.blocks().hole()) * WEEK;
      int to = past.blocks().first() + (block + past.blocks().hole() + 1) * WEEK;
      long far =
          rows.stream()
              .filter(row -> FlightColumns.day(row) < from || FlightColumns.day(row) >= to)
              .filter(
                  row -> past.vocabulary().codes(FlightColumns.flight(row)).equals(flown.codes()))
              .count();
      Sums without = learnt.without(flown, past.blocks());
      assertThat(without.sum(Keys.flight(flown.codes()), HistorySum.FLIGHTS)).isEqualTo(far);
    }
  }

  @Test
  void samplesAShareOfTheFlights() {
    assertThat(learnt.sample().size()).isBetween(800, 1_200);
  }
}
