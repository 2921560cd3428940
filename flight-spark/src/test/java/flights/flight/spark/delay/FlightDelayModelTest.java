package flights.flight.spark.delay;

import static flights.flight.spark.delay.FlightsForTests.request;
import static flights.flight.spark.delay.FlightsForTests.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightDelayModelTest {

  private static FlightDelayModel model;

  @BeforeAll
  static void learn() {
    model = new FlightDelayEstimator().fit(FlightsForTests.past());
  }

  @Test
  void learnsWhoMakesUpTime() {
    Row late = answer(request("AA", "2", "JFK", "ORD", 20.0));
    Row early = answer(request("UA", "1", "JFK", "SFO", -30.0));
    assertThat(late.<Double>getAs("expectedArrDelay")).isCloseTo(10, within(2.0));
    assertThat(late.<Double>getAs("prediction")).isEqualTo(2);
    assertThat(early.<Double>getAs("expectedArrDelay")).isCloseTo(-20, within(3.0));
    assertThat(early.<Double>getAs("prediction")).isEqualTo(0);
  }

  @Test
  void foldsAFlightNumbersLeadingZeros() {
    assertThat(answer(request("AA", "0002", "JFK", "ORD", 5.0)).<Double>getAs("arrDelayP50"))
        .isEqualTo(answer(request("AA", "2", "JFK", "ORD", 5.0)).<Double>getAs("arrDelayP50"));
  }

  @Test
  void isReadFromWhatWasSavedUnderItsFormerName(@TempDir Path folder) throws IOException {
    String path = folder.resolve("model").toString();
    model.write().save(path);
    Path metadata;
    try (Stream<Path> files = Files.list(folder.resolve("model/metadata"))) {
      metadata =
          files.filter(it -> it.getFileName().toString().startsWith("part-")).findAny().get();
    }
    String text = Files.readString(metadata);
    assertThat(text).contains(FlightDelayModel.class.getName());
    Files.writeString(
        metadata,
        text.replace(FlightDelayModel.class.getName(), "flights.model.delay.FlightDelayModel"));
    Files.deleteIfExists(metadata.resolveSibling("." + metadata.getFileName() + ".crc"));
    Object read = DefaultParamsReader.loadParamsInstance(path, SparkForTests.session());
    Dataset<Row> requests = requests(oddRequests());
    assertThat(((FlightDelayModel) read).transform(requests).collectAsList())
        .isEqualTo(model.transform(requests).collectAsList());
  }

  @Test
  void answersAnything() {
    for (Row request : oddRequests()) {
      Row answer = answer(request);
      List<Double> probabilities = answer.getList(answer.fieldIndex("probabilities"));
      assertThat(probabilities).hasSize(4).allMatch(p -> p >= 0 && p <= 1);
      assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
      assertThat(answer.<Double>getAs("arrDelayP10"))
          .isLessThanOrEqualTo(answer.<Double>getAs("arrDelayP50"));
      assertThat(answer.<Double>getAs("arrDelayP50"))
          .isLessThanOrEqualTo(answer.<Double>getAs("arrDelayP90"));
    }
  }

  @Test
  void reasonsAddUpToTheExpectedDelay() {
    for (Row request : oddRequests()) {
      Row answer = answer(request);
      double sum =
          reasons(answer).stream()
              .filter(reason -> !reason.isNullAt(1))
              .mapToDouble(reason -> reason.getDouble(1))
              .sum();
      assertThat(sum).isCloseTo(answer.getAs("expectedArrDelay"), within(0.1));
    }
  }

  @Test
  void aLongerTimetableMakesAnEarlierArrivalLikelier() {
    double usual = expectedWith("700", "1015", "195.0");
    double longer = expectedWith("700", "1055", "235.0");

    assertThat(longer).isLessThan(usual - 0.5);
    assertThat(expectedWith("700", "null", "null")).isCloseTo(usual, within(3.0));
  }

  private static double expectedWith(String departure, String arrival, String duration) {
    return model
        .transform(
            requests(request("AA", "2", "JFK", "ORD", 5.0))
                .selectExpr(
                    "*",
                    departure + " as CRSDepTime",
                    arrival + " as CRSArrTime",
                    duration + " as CRSElapsedTime"))
        .first()
        .getAs("expectedArrDelay");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    assertThat(remarks(request("AA", "2", "JFK", "XXX", 5.0)))
        .containsExactly(
            "unknown airport XXX: answered from the distance",
            "scheduled times are not given: estimated from the distance");
    assertThat(remarks(request("ZZ", "2", "JFK", "ORD", 5.0)))
        .containsExactly(
            "unknown carrier ZZ: answered from the route",
            "scheduled times are not given: estimated from other flights on JFK-ORD");
    assertThat(remarks(request("AA", "999", "JFK", "ORD", 5.0)))
        .containsExactly(
            "unknown flight AA 999 on JFK-ORD: answered from its route",
            "scheduled times are not given: estimated from other flights on JFK-ORD");
    assertThat(remarks(request("AA", null, "LAX", "JFK", 5.0)))
        .containsExactly(
            "unknown route LAX-JFK: answered from its airports and distance",
            "scheduled times are not given: estimated from the distance");
    assertThat(remarks(request("AA", "2", "JFK", "ORD", 5.0)))
        .containsExactly(
            "scheduled times are not given: taken from AA 2 in the past, about 08:00 to 11:15");
  }

  @Test
  void isLessSureBeforeDeparture() {
    Row before = answer(request("AA", "2", "JFK", "ORD", null));
    Row after = answer(request("AA", "2", "JFK", "ORD", 3.0));
    assertThat(width(before)).isGreaterThan(2 * width(after));
    assertThat(before.<Double>getAs("expectedArrDelay")).isCloseTo(-7, within(4.0));
    assertThat(remarks(request("AA", "2", "JFK", "ORD", null)))
        .containsExactly(
            "the departure delay is not known yet: the range is wider",
            "scheduled times are not given: taken from AA 2 in the past, about 08:00 to 11:15");
  }

  @Test
  void answersTheSameWhenReadBack(@TempDir Path folder) throws IOException {
    String path = folder.resolve("model").toString();
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {model});
    pipeline.fit(FlightsForTests.past()).write().save(path);
    Dataset<Row> requests = requests(oddRequests());
    assertThat(PipelineModel.load(path).transform(requests).collectAsList())
        .isEqualTo(model.transform(requests).collectAsList());
  }

  @Test
  void learnsTheSameFromTheSame() {
    FlightDelayModel again = new FlightDelayEstimator().setSeed(42).fit(FlightsForTests.past());
    Dataset<Row> requests = requests(oddRequests());
    assertThat(again.transform(requests).collectAsList())
        .isEqualTo(model.transform(requests).collectAsList());
  }

  private static Row[] oddRequests() {
    return new Row[] {
      request("AA", "2", "JFK", "ORD", 12.0),
      request("UA", "1", "JFK", "SFO", null),
      request("AA", "2", "JFK", "ORD", -200.0),
      request("AA", "2", "JFK", "ORD", 3000.0),
      request("ZZ", "x", "XXX", "YYY", 45.0),
      request("ZZ", null, "JFK", "YYY", null),
      request("", "", "", "", 0.0),
      RowFactory.create(null, null, null, null, null, null, null, null),
    };
  }

  private static Row answer(Row request) {
    return model.transform(requests(request)).first();
  }

  private static double width(Row answer) {
    return answer.<Double>getAs("arrDelayP90") - answer.<Double>getAs("arrDelayP10");
  }

  private static List<Row> reasons(Row answer) {
    return answer.getList(answer.fieldIndex("reasons"));
  }

  private static List<String> remarks(Row request) {
    return reasons(answer(request)).stream()
        .filter(reason -> reason.isNullAt(1))
        .map(reason -> reason.getString(0))
        .toList();
  }
}
