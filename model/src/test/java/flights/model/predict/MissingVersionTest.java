package flights.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingVersionTest {

  private final MissingVersion missing =
      new MissingVersion(Path.of("..", "resources", "pipelines"));

  @Test
  void aPipelineIsFoundByItsNameAsPeopleWriteIt() {
    for (String name : List.of("bot-detector", "Bot Detector", " BOT_detector")) {
      assertThat(missing.unknown(name, List.of("sentiment")))
          .isEqualTo("bot-detector has no version yet: ./flights train bot-detector makes one");
    }
  }

  @Test
  void aNameThatNothingHasIsToldWithTheNearestOne() {
    assertThat(missing.unknown("Bot Detectr", List.of()))
        .startsWith("there is no model Bot Detectr; there are: bot-detector, flight-delay, ")
        .endsWith("; did you mean bot-detector?");
    assertThat(missing.unknown("Price", List.of("prices")))
        .contains("; there are: bot-detector, ")
        .endsWith("; did you mean prices?");
    assertThat(new MissingVersion(Path.of("nowhere")).unknown("bots", List.of("prices")))
        .isEqualTo("there is no model bots; there are: prices");
  }

  @Test
  void withoutAnyModelTheWayIsToTrainOne() {
    assertThat(new MissingVersion(Path.of("nowhere")).unknown("prices", List.of()))
        .isEqualTo("there is no model prices: ./flights train makes one");
  }

  @Test
  void aModelWithoutChampionIsPromoted() {
    assertThat(MissingVersion.withoutChampion("prices"))
        .isEqualTo("prices has no champion: ./flights models promote prices VERSION");
  }
}
