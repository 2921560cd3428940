package flights.flight.spark.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.model.Filters;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.outcome.OutcomeSummaries;
import flights.flight.outcome.OutcomeSummary;
import flights.flight.outcome.OutcomeSummary.Score;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored predictions beside what came of them, in a real store. */
class OutcomesIT {

  private static final String HEADER =
      "FlightDate,Carrier,FlightNum,Origin,Dest,CRSDepTime,CRSArrTime,DepDelay,ArrDelay,Distance\n";

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;
  private Outcomes outcomes;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    outcomes = new Outcomes(SparkForTests.forFewRows(), store);
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void howRightTheyWereIsWhatIsReckonedByHand() throws IOException {
    // Came in bucket 2 as said (p 0.5), 10 minutes off, inside; the delay of 40 says bucket 3.
    predicted("a", "165", 40.0, 2, 15.0, -5.0, 40.0);
    // Came in bucket 3 and not in 2 (p 0.2), 70 minutes off, outside; without a departure delay.
    predicted("b", "0166", null, 2, 10.0, -5.0, 60.0);
    predicted("without a number", null, 1.0, 2, 10.0, -5.0, 60.0);
    predicted("in the air", "999", 1.0, 2, 10.0, -5.0, 60.0);
    predicted("there twice", "7", 1.0, 2, 10.0, -5.0, 60.0);
    Path july = flights("july.csv", "165,5", "166,80", "7,1", "7,2", "8,1");

    Outcomes.Report report = outcomes.join(july.toString());

    assertThat(report.predictions()).isEqualTo(4);
    assertThat(report.landed()).isEqualTo(2);
    OutcomeSummary summary = new OutcomeSummaries(store).find("1").orElseThrow();
    assertThat(report.summaries()).containsExactly(summary);
    assertThat(summary.first()).isEqualTo(LocalDate.parse("2013-07-04"));
    assertScore(summary.all(), 2, 0.5, 40, 0.5, (Math.log(2) + Math.log(5)) / 2);
    assertScore(summary.told(), 1, 1, 10, 1, Math.log(2));
    assertThat(summary.baseline()).isEqualTo(new Score(1, 0, 35.0, null, null));
    assertThat(outcome("a"))
        .containsEntry("ActualArrDelay", 5.0)
        .containsEntry("ActualBucket", 2)
        .containsEntry("ModelVersion", "1");
  }

  @Test
  void doneAgainItChangesNothingAndOtherDaysAreAdded() throws IOException {
    predicted("a", "165", 40.0, 2, 15.0, -5.0, 40.0);
    predicted("b", "166", 40.0, 2, 15.0, -5.0, 40.0);
    Document before = prediction("a");
    Path one = flights("one.csv", "165,5");
    Path other = flights("other.csv", "166,80");

    List<OutcomeSummary> first = outcomes.join(one.toString()).summaries();
    List<OutcomeSummary> again = outcomes.join(one.toString()).summaries();
    List<OutcomeSummary> both = outcomes.join(other.toString()).summaries();

    assertThat(again).usingRecursiveComparison().ignoringFields("at").isEqualTo(first);
    assertThat(first.get(0).all().flights()).isEqualTo(1);
    assertThat(both.get(0).all().flights()).isEqualTo(2);
    assertThat(store.collection(FlightCollections.PREDICTION_OUTCOMES).countDocuments())
        .isEqualTo(2);
    assertThat(prediction("a")).isEqualTo(before);
  }

  @Test
  void withoutPredictionsThereIsNothingToTell() throws IOException {
    assertThat(outcomes.join(flights("one.csv", "165,5").toString()))
        .isEqualTo(new Outcomes.Report(0, 0, List.of()));
  }

  private static void assertScore(
      Score score, long flights, double hits, double mae, double inside, double logLoss) {
    assertThat(score.flights()).isEqualTo(flights);
    assertThat(score.hitRate()).isCloseTo(hits, within(1e-9));
    assertThat(score.mae()).isCloseTo(mae, within(1e-9));
    assertThat(score.within()).isCloseTo(inside, within(1e-9));
    assertThat(score.logLoss()).isCloseTo(logLoss, within(1e-9));
  }

  private void predicted(
      String id,
      String number,
      Double depDelay,
      int bucket,
      Double expected,
      Double p10,
      Double p90) {
    Document document =
        new Document("_id", id)
            .append("UUID", id)
            .append("ModelVersion", "1")
            .append("Carrier", "B6")
            .append("FlightDate", "2013-07-04")
            .append("Origin", "JFK")
            .append("Dest", "PDX")
            .append("Prediction", bucket)
            .append("Probabilities", List.of(0.1, 0.2, 0.5, 0.2))
            .append("ExpectedArrDelay", expected)
            .append("ArrDelayP10", p10)
            .append("ArrDelayP90", p90);
    if (number != null) {
      document.append("FlightNum", number);
    }
    if (depDelay != null) {
      document.append("DepDelay", depDelay);
    }
    store.collection(FlightCollections.RESPONSES).insertOne(document);
  }

  private Path flights(String name, String... numbersAndDelays) throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (String flight : numbersAndDelays) {
      String[] cells = flight.split(",");
      rows.append("2013-07-04,B6,%s,JFK,PDX,1805,2119,3,%s,2454\n".formatted(cells[0], cells[1]));
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private Document outcome(String id) {
    return store
        .collection(FlightCollections.PREDICTION_OUTCOMES)
        .find(Filters.eq("_id", id))
        .first();
  }

  private Document prediction(String id) {
    return store.collection(FlightCollections.RESPONSES).find(Filters.eq("_id", id)).first();
  }
}
