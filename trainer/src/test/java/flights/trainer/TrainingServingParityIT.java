package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.contract.Field;
import flights.core.contract.ParsedRequest;
import flights.core.contract.RequestParser;
import flights.core.json.Json;
import flights.flight.FlightForm;
import flights.flight.FlightFormReader;
import flights.flight.FlightRequest;
import flights.flight.Route;
import flights.flight.reference.ReferenceData;
import flights.flight.spark.history.FlightHistory;
import flights.model.domain.Domains;
import flights.testing.SparkForTests;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a model is served with is what it has learnt from. */
class TrainingServingParityIT {

  private static final int ROWS = 10_000;
  private static final Path RESOURCES = Path.of("..", "resources");
  private static final Set<String> NOT_OF_THE_PAST = Set.of("UUID", "Timestamp");
  private static final List<String> FORM =
      List.of(
          "Carrier",
          "FlightNum",
          "FlightDate",
          "Origin",
          "Dest",
          "DepDelay",
          "CRSDepTime",
          "CRSArrTime");

  private final FlightFormReader reader =
      new FlightFormReader(Clock.systemUTC(), ReferenceData.bundled()::coverage);
  private final PipelineReader pipelines = new PipelineReader(RESOURCES.resolve("pipelines"));
  private final PipelineSpec spec = pipelines.spec("flight-delay");
  private final RequestParser parser = new RequestParser(spec.inputSchema(), spec.idColumn());

  @Test
  void theFormsFieldsBecomeTheTrainersFeatures() {
    List<Row> rows = featureRows();
    ReferenceData reference = withDistancesOf(rows);
    int[] compared = new int[1];
    for (Row row : rows) {
      FlightForm form = reader.read(typedIn(row));
      FlightRequest request = FlightRequest.of("an-id", Instant.EPOCH, form, reference);
      ParsedRequest served = parser.parse(Json.bytes(request));
      assertThat(served.error()).isNull();
      for (int i = 0; i < spec.inputSchema().size(); i++) {
        Field field = spec.inputSchema().get(i);
        if (!NOT_OF_THE_PAST.contains(field.name())) {
          assertThat(same(served.values().get(i)))
              .as("%s of %s", field.name(), row)
              .isEqualTo(same(row.getAs(field.name())));
          compared[0]++;
        }
      }
    }
    assertThat(compared[0]).isEqualTo(ROWS * (spec.inputSchema().size() - NOT_OF_THE_PAST.size()));
  }

  /** From all over the year. */
  private List<Row> featureRows() {
    Domains.found().registerFunctions(SparkForTests.session());
    FlightHistory history =
        FlightHistory.read(SparkForTests.session(), RESOURCES.resolve("data").toString());
    List<Row> rows =
        Preparation.prepare(history.flights(), "raw", pipelines.sql("flight-delay"))
            .where("pmod(xxhash64(FlightDate, Carrier, FlightNum, Origin), 100) < 4")
            .limit(ROWS)
            .collectAsList();
    assertThat(rows).hasSize(ROWS);
    return rows;
  }

  /** As the import writes them to the store, from where the web server has them. */
  private static ReferenceData withDistancesOf(List<Row> rows) {
    Map<String, Double> miles = new HashMap<>();
    rows.forEach(
        row ->
            miles.put(Route.name(row.getAs("Origin"), row.getAs("Dest")), row.getAs("Distance")));
    return ReferenceData.bundled().withDistances(miles);
  }

  private static Map<String, String> typedIn(Row row) {
    Map<String, String> typed = new HashMap<>();
    for (String field : FORM) {
      typed.put(field, String.valueOf((Object) row.getAs(field)));
    }
    typed.put("CRSDepTime", String.format("%04d", row.<Integer>getAs("CRSDepTime")));
    typed.put("CRSArrTime", String.format("%04d", row.<Integer>getAs("CRSArrTime")));
    return typed;
  }

  /** Numbers by their value, all else as text: JSON knows no more kinds. */
  private static Object same(Object value) {
    return value instanceof Number number ? (Object) number.doubleValue() : String.valueOf(value);
  }
}
