package flights.web.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ResultWordsTest {

  private final ResultWords words = new ResultWords();

  @Test
  void timesAreReadAlike() {
    assertThat(words.text("2026-11-26T02:10:00.000Z")).isEqualTo("26 Nov, 02:10:00");
    assertThat(
            words.text(ResultValues.of(new Document("at", new Date(0)), List.of("at")).get("at")))
        .isEqualTo("1 Jan, 00:00:00");
    assertThat(words.text("2026-99-26T02:10:00.000Z")).isEqualTo("2026-99-26T02:10:00.000Z");
  }

  @Test
  void valuesOfAnyTypeBecomeText() {
    assertThat(words.text(null)).isEqualTo("–");
    assertThat(words.text(17)).isEqualTo("17");
    assertThat(words.text(0.25)).isEqualTo("0.2500");
    assertThat(words.text("x".repeat(300))).hasSize(202);
  }

  @Test
  void whatJsonDoesNotKnowIsText() {
    ObjectId id = new ObjectId("6565a0f0f0f0f0f0f0f0f0f0");
    Document stored =
        new Document("id", id)
            .append("price", Decimal128.parse("1.5"))
            .append("place", new Document("town", "Bonn"))
            .append("list", List.of(1, 2));

    assertThat(ResultValues.of(stored, stored.keySet()))
        .isEqualTo(
            Map.of(
                "id", id.toHexString(),
                "price", "1.5",
                "place", "{\"town\":\"Bonn\"}",
                "list", "[1, 2]"));
  }
}
