package flights.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.contract.ModelConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScoringTest {

  private static final StructType MESSAGES =
      new StructType()
          .add("value", DataTypes.BinaryType)
          .add("timestamp", DataTypes.LongType)
          .add("id", DataTypes.StringType);

  private static Scoring scoring;

  @BeforeAll
  static void train() {
    scoring = new Scoring(Models.doubling(), "v1");
  }

  @Test
  void goodAndBadRowsGoThroughTheSamePlan() {
    List<Row> rows =
        score("{'Id':'a','Number':2}", "no JSON", "{'Id':'b','Number':-3}", "{'Id':'c'}");

    assertThat(rows).extracting(row -> row.getAs(Scoring.ID)).containsExactly("a", null, "b", "c");
    assertThat(rows.get(0).<String>getAs(Scoring.ERROR)).isNull();
    assertThat(rows.get(1).<String>getAs(Scoring.ERROR)).startsWith("the message is not JSON");
    assertThat(rows.get(3).<String>getAs(Scoring.ERROR)).isEqualTo("Number is missing");
    assertThat(document(rows.get(2))).containsEntry("Doubled", -6.0);
  }

  @Test
  void theDocumentHoldsRequestAnswerVersionAndTime() {
    Map<String, Object> document =
        document(score("{'Id':'a','Number':2,'Timestamp':'2026-11-21T12:00:00Z'}").get(0));

    assertThat(document)
        .containsEntry("Id", "a")
        .containsEntry("Number", 2.0)
        .containsEntry("Timestamp", java.time.Instant.parse("2026-11-21T12:00:00Z"))
        .containsEntry("Doubled", 4.0)
        .containsEntry("Features", List.of(2.0))
        .containsEntry("ModelVersion", "v1")
        .containsKey("ScoredAt");
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(document(score("{'Id':'a','Number':2}").get(0))).doesNotContainKey("Timestamp");
  }

  @Test
  void theSourceRowIsHandedOn() {
    Row source = score("{").get(0).getAs(Scoring.MESSAGE);

    assertThat(source.<Long>getAs("timestamp")).isEqualTo(7);
    assertThat(source.<byte[]>getAs("value")).containsExactly('{');
  }

  @Test
  void theExampleIsAnswered() {
    assertThat(scoring.scoreExample(SparkForTests.session()).<Double>getAs("Doubled"))
        .isEqualTo(2.0);
  }

  @Test
  void aModelThatRejectsItsExampleIsRefused() {
    ModelConfig c = Models.CONFIG;
    ModelConfig bad =
        new ModelConfig(
            c.name(),
            c.idColumn(),
            c.inputSchema(),
            c.output(),
            c.outputLabels(),
            c.requestTopic(),
            c.responseTopic(),
            c.errorTopic(),
            c.collection(),
            c.errorCollection(),
            Map.of("Id", "example"));

    assertThatThrownBy(
            () -> new Scoring(Models.doubling(bad), "v2").scoreExample(SparkForTests.session()))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("doubling v2 rejects its own example: Number is missing");
  }

  private static List<Row> score(String... messages) {
    List<Row> rows =
        Stream.of(messages)
            .map(text -> text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
            .map(bytes -> RowFactory.create(bytes, 7L, "another id"))
            .toList();
    Dataset<Row> source = SparkForTests.session().createDataFrame(rows, MESSAGES);
    return scoring.score(source).collectAsList();
  }

  private static Map<String, Object> document(Row row) {
    return RowMaps.of(row.<Row>getAs(Scoring.DOCUMENT));
  }
}
