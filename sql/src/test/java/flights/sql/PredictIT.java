package flights.sql;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.json.Json;
import flights.model.ModelPackage;
import flights.model.RowMaps;
import flights.model.Scoring;
import flights.model.predict.PredictCounts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictIT {

  private static final StructType ROWS =
      new StructType()
          .add("n", DataTypes.IntegerType)
          .add("country", DataTypes.StringType)
          .add("clicks", DataTypes.LongType)
          .add("rate", DataTypes.DoubleType);

  @TempDir static Path home;
  private static SqlTestSystem system;
  private static ModelPackage model;
  private static SparkSession spark;

  @BeforeAll
  static void open() {
    system = new SqlTestSystem(home);
    model = system.promote("v1", 100);
    spark = SqlTestSystem.spark();
    // By tasks: what is in a local relation Spark scores on the driver.
    spark.createDataFrame(rows(), ROWS).repartition(3).createOrReplaceTempView("clicks");
  }

  @AfterAll
  static void close() {
    system.close();
  }

  /** Countries that the model has not seen, clicks out of bounds, and values that are missing. */
  private static List<Row> rows() {
    String[] countries = {"ES", "FR", "DE", "XX", null};
    return IntStream.range(0, 200)
        .mapToObj(
            i ->
                RowFactory.create(
                    i,
                    countries[i % 5],
                    i % 11 == 0 ? Long.valueOf(5_000_000_000L) : Long.valueOf(i * 7L % 1_200),
                    i % 13 == 0 ? Double.NaN : (Double) (i / 7.0)))
        .toList();
  }

  @Test
  void itSaysWhatTheServingOfRequestsSays() {
    Map<Integer, Row> expected = new LinkedHashMap<>();
    scored().forEach(row -> expected.put(row.getAs("n"), row));
    List<Row> predicted =
        spark
            .sql(
                "select n, predict('Bot Detector', country, clicks, rate) answer,"
                    + " predict_struct('bot-detector', country, clicks, rate) whole from clicks")
            .collectAsList();

    assertThat(predicted).hasSize(200);
    for (Row row : predicted) {
      Row by = expected.get(row.<Integer>getAs("n"));
      if (by.getAs(Scoring.ERROR) != null) {
        assertThat(row.isNullAt(1) && row.isNullAt(2)).as("%s", by).isTrue();
      } else {
        Map<String, Object> document = without(by.getStruct(by.fieldIndex(Scoring.DOCUMENT)));
        assertThat(without(row.getStruct(2))).isEqualTo(document);
        assertThat(row.getString(1)).isEqualTo((boolean) document.get("bot") ? "bot" : "person");
      }
    }
    assertThat(predicted.stream().filter(row -> !row.isNullAt(1))).hasSizeBetween(80, 160);
  }

  private static List<Row> scored() {
    StructType messages =
        new StructType().add("value", DataTypes.BinaryType).add("n", DataTypes.IntegerType);
    List<Row> requests =
        rows().stream().map(row -> RowFactory.create(request(row), row.getInt(0))).toList();
    Dataset<Row> scored = new Scoring(model, "v1").score(spark.createDataFrame(requests, messages));
    return scored
        .select(col(Scoring.MESSAGE + ".n").as("n"), col(Scoring.ERROR), col(Scoring.DOCUMENT))
        .collectAsList();
  }

  private static byte[] request(Row row) {
    Map<String, Object> request = new LinkedHashMap<>(Map.of("id", "predict"));
    request.put("country", row.get(1));
    request.put("clicks", row.get(2));
    request.put("rate", row.get(3));
    return Json.bytes(request);
  }

  private static Map<String, Object> without(Row document) {
    Map<String, Object> fields = RowMaps.of(document);
    fields.remove("ScoredAt");
    return fields;
  }

  @Test
  void allWaysToCallItAgree() {
    Row row =
        spark
            .sql(
                "select predict('bot-detector', 'ES', 150, 0.5d) a,"
                    + " predict('bot-detector', named_struct('rate', 0.5d, 'country', 'ES', 'clicks',"
                    + " 150)) b,"
                    + " predict('Bot Detector', array('ES'), array(150, 0.5d)) c,"
                    + " predict('Bot Detector', 'ES', '150', 0.5bd) d,"
                    + " predict('Bot Detector', 'ES', 150.5d, 0.5bd) e,"
                    + " predict_struct('Bot Detector', 'ES', 1, 0.5d).ModelVersion f")
            .first();

    assertThat(row.mkString(",")).isEqualTo("bot,bot,bot,bot,null,v1");
  }

  @Test
  void itCanFilterGroupAndStandInAnyPlaceOfAQuery() {
    List<Row> groups =
        spark
            .sql(
                "select predict('bot-detector', country, clicks, rate) answer, count(*) rows"
                    + " from clicks where predict('bot-detector', country, clicks, rate) is not null"
                    + " group by 1 order by 1")
            .collectAsList();

    assertThat(groups).extracting(row -> row.getString(0)).containsExactly("bot", "person");
  }

  @Test
  void whatCannotBeScoredIsCounted() {
    PredictCounts.Count before = PredictCounts.now().get(SqlTestSystem.MODEL);
    var unused =
        spark
            .sql("select predict('bot-detector', country, clicks, rate) from clicks")
            .collectAsList();
    PredictCounts.Count after = PredictCounts.now().get(SqlTestSystem.MODEL);
    long failed = scored().stream().filter(row -> row.getAs(Scoring.ERROR) != null).count();

    long earlier = before == null ? 0 : before.notScored();
    assertThat(after.notScored() - earlier).isEqualTo(failed);
  }

  @Test
  void aWrongCallIsToldBeforeAnythingRuns() {
    assertWrong(
        "predict('bot-detectr', 1)",
        "there is no model bot-detectr; there are: bot-detector; did you mean bot-detector?");
    assertWrong("predict('bot-detector', 'ES')", "bot-detector wants 3 values: country (a text), ");
    assertWrong("predict(country)", "predict begins with the name of a model, in quotes");
    assertWrong(
        "predict('bot-detector', named_struct('land', 'ES'))", "bot-detector has no field land; ");
  }

  private static void assertWrong(String call, String message) {
    assertThatThrownBy(() -> spark.sql("select " + call + " from clicks"))
        .hasMessageStartingWith(message);
  }
}
