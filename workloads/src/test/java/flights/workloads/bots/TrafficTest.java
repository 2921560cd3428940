package flights.workloads.bots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {

  private static final Path RULES = Path.of("../resources/pipelines/bot-detector/rules.yaml");
  private static final long FROM = 1_764_115_200_000L;
  private static final int STEPS = 20_000;

  @TempDir Path folder;

  private static List<TrafficStep> steps(long seed, int users, int mostUsers) {
    Traffic traffic = new Traffic(TrafficRules.read(RULES), seed, FROM, users, mostUsers);
    List<TrafficStep> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(traffic.step());
    }
    return steps;
  }

  @Test
  void theSameSeedPlaysTheSameTraffic() {
    assertThat(steps(1, 100, 1000)).isEqualTo(steps(1, 100, 1000));
    assertThat(steps(1, 100, 1000)).isNotEqualTo(steps(2, 100, 1000));
  }

  @Test
  void stepsAreInTheOrderOfTimeAndNobodyIsSeenBeforeSigningUp() {
    long last = FROM;
    Map<Integer, ShopUser> users = new HashMap<>();
    for (TrafficStep step : steps(3, 50, 1000)) {
      assertThat(step.at()).isGreaterThanOrEqualTo(last);
      last = step.at();
      if (step instanceof TrafficStep.UserSaved saved) {
        assertThat(saved.isNew()).isEqualTo(!users.containsKey(saved.user().id()));
        users.put(saved.user().id(), saved.user());
      } else if (step instanceof TrafficStep.PageView view) {
        assertThat(view.ipAddress()).isEqualTo(users.get(view.userId()).ipAddress());
      }
    }
    assertThat(users).hasSizeGreaterThan(50);
  }

  @Test
  void anOrderIsOneMore() {
    Map<Integer, Integer> orders = new HashMap<>();
    long updates = 0;
    for (TrafficStep step : steps(4, 300, 300)) {
      if (step instanceof TrafficStep.UserSaved saved) {
        Integer before = orders.put(saved.user().id(), saved.user().nbOrders());
        if (!saved.isNew()) {
          updates++;
          assertThat(saved.user().nbOrders()).isEqualTo(before + 1);
        }
      }
    }
    assertThat(updates).isPositive();
  }

  @Test
  void thereAreNoMoreUsersThanAllowed() {
    Set<Integer> ids = new HashSet<>();
    for (TrafficStep step : steps(5, 10, 40)) {
      if (step instanceof TrafficStep.UserSaved saved) {
        ids.add(saved.user().id());
      }
    }
    assertThat(ids).hasSize(40);
  }

  @Test
  void sampleRowsHoldBackOnlyKindsThatTrainingHasNot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SampleRows(TrafficRules.read(RULES), 1).write(3000, out, done -> {});
    List<String[]> rows = out.toString(UTF_8).lines().skip(1).map(line -> line.split(",")).toList();
    assertThat(rows).hasSize(3000).allMatch(row -> row.length == 10);
    assertThat(kinds(rows, "true", "bot"))
        .containsExactlyInAnyOrder("slow_scraper", "stock_watcher", "crawler")
        .doesNotContainAnyElementsOf(kinds(rows, "false", "bot"));
    assertThat(kinds(rows, "true", "human")).isEqualTo(kinds(rows, "false", "human")).isNotEmpty();
    assertThat(rows).anyMatch(row -> Integer.parseInt(row[5]) > 20);
  }

  private static Set<String> kinds(List<String[]> rows, String heldBack, String label) {
    return rows.stream()
        .filter(row -> row[2].equals(heldBack) && row[9].equals(label))
        .map(row -> row[1])
        .collect(Collectors.toSet());
  }

  @Test
  void aWrongRuleIsNamedWithItsLine() throws IOException {
    String rules = Files.readString(RULES);
    assertThatThrownBy(() -> read(rules.replaceFirst("share: 50", "share: 0")))
        .hasMessageContaining("share must be over 0")
        .hasMessageContaining(" line ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> read(rules.replaceFirst("product_gallery", "gallery")))
        .hasMessageContaining("gallery")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> read(rules.replaceFirst(", alike: 2", "")))
        .hasMessageContaining("'alike'")
        .hasMessageNotContaining("Feature");
    assertThatThrownBy(() -> read(rules.replaceFirst("alike: 2", "alike: 2, unlike: 2")))
        .hasMessageContaining("\"unlike\"")
        .hasMessageNotContaining("\n");
  }

  private void read(String rules) throws IOException {
    TrafficRules.read(Files.writeString(folder.resolve("rules.yaml"), rules));
  }
}
