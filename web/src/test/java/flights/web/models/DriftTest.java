package flights.web.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.drift.FieldShape;
import flights.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final FieldShape CARRIER =
      new FieldShape("Carrier", List.of(), List.of("AA", "B6"), List.of(0.5, 0.5, 0.0, 0.0));
  private static final FieldShape DELAY =
      new FieldShape("DepDelay", List.of(-5.0, 10.5), List.of(), List.of(0.25, 0.5, 0.25, 0.0));

  @Test
  void theFieldThatHasMovedMostComesFirstWithTheFigureReckonedByHand() {
    Drift drift = Drift.of(List.of(DELAY, CARRIER), asked("AA", 200, "B6", 50));

    assertThat(drift.enough()).isTrue();
    assertThat(drift.shifts())
        .extracting(Drift.Shift::field)
        .containsExactly("Carrier", "DepDelay");
    Drift.Shift carrier = drift.shifts().get(0);
    // 0.3 ln 4
    assertThat(carrier.index()).isCloseTo(0.41589, within(1e-5));
    assertThat(carrier.words()).isEqualTo("shifted");
    assertThat(carrier.most()).isIn("AA", "B6");
    assertThat(Math.abs(carrier.asked() - carrier.learnt())).isCloseTo(0.3, within(1e-9));
    Drift.Shift neverTold = drift.shifts().get(1);
    assertThat(neverTold.index()).isNull();
    assertThat(neverTold.words()).isEqualTo("never told");
    assertThat(neverTold.most()).isEqualTo("not told");
  }

  @Test
  void binsAreNamedAsPeopleReadThem() {
    assertThat(mostOf(-10)).isEqualTo("under −5");
    assertThat(mostOf(10.5)).isEqualTo("10.5 and over");
    assertThat(mostOf(0)).isEqualTo("−5 to 10.5");
    Drift drift = Drift.of(List.of(CARRIER), asked("WN", 3, "AA", 1));
    assertThat(drift.shifts().get(0).most()).isEqualTo("any other");
    assertThat(drift.enough()).isFalse();
  }

  private static String mostOf(double delay) {
    JsonNode request = Json.read("{\"DepDelay\":" + delay + "}", JsonNode.class);
    return Drift.of(List.of(DELAY), List.of(request)).shifts().get(0).most();
  }

  private static List<JsonNode> asked(String one, int ones, String other, int others) {
    List<JsonNode> requests = new ArrayList<>(Collections.nCopies(ones, request(one)));
    requests.addAll(Collections.nCopies(others, request(other)));
    return requests;
  }

  private static JsonNode request(String carrier) {
    return Json.read("{\"Carrier\":\"" + carrier + "\"}", JsonNode.class);
  }
}
