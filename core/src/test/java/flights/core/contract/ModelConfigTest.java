package flights.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelConfigTest {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("id", FieldType.STRING),
          Field.required("year", FieldType.INTEGER).from("date", DatePart.YEAR),
          Field.required("store", FieldType.STRING),
          Field.optional("date", FieldType.DATE));

  private static final Series SERIES =
      new Series(
          List.of("store"), "year", "month", "sold", null, null, "history", Map.of("store", "a.b"));

  private static ModelConfig config(Series series) {
    return new ModelConfig(
        "m", "id", FIELDS, Map.of(), List.of(), "q", "a", "e", null, null, Map.of(), series);
  }

  @Test
  void isTheSameWhenItHasBeenWrittenAndRead() {
    assertThat(Json.read(Json.write(config(SERIES)), ModelConfig.class)).isEqualTo(config(SERIES));
    assertThat(Json.write(config(null))).doesNotContain("series");
  }

  @Test
  void oneOfBeforeIsRead() {
    ModelConfig config =
        Json.read(
            "{\"name\":\"m\",\"id_column\":\"id\",\"input_schema\":[{\"name\":\"id\",\"type\":\"string\","
                + "\"required\":true,\"min\":1.0,\"max\":128.0}],\"output\":{\"A\":\"b\"}}",
            ModelConfig.class);

    assertThat(config.series()).isNull();
    assertThat(config.inputSchema())
        .containsExactly(Field.required("id", FieldType.STRING).between(1, 128));
  }

  @Test
  void namesTheFieldsThatColumnsDoNotTell() {
    assertThat(config(null).missingIn(List.of("id", "date", "store", "more"))).isEmpty();
    assertThat(config(null).missingIn(List.of("id", "more"))).containsExactly("year", "store");
  }
}
