package flights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReliabilityPageTest {

  private static final Fault<?> FIRST = Faults.ALL.get(0);
  private static final Fault<?> SECOND = Faults.ALL.get(1);

  @BeforeAll
  static void root() {
    System.setProperty("flights.root", "..");
  }

  @Test
  void whatWasTriedBeforeStays() {
    String before = ReliabilityPage.of("", List.of(outcome(SECOND, "as before")));

    String page = ReliabilityPage.of(before, List.of(outcome(FIRST, "now")));

    assertThat(lines(page, FIRST)).hasSize(2).last().asString().contains("now");
    assertThat(lines(page, SECOND)).isEqualTo(lines(before, SECOND)).hasSize(2);
    assertThat(page.indexOf("| " + FIRST.name())).isLessThan(page.indexOf("| " + SECOND.name()));
    assertThat(page).endsWith(page.substring(page.indexOf("There are more faults")));
  }

  @Test
  void whatIsTriedAgainIsToldAnew() {
    String before = ReliabilityPage.of("", List.of(outcome(FIRST, "before")));

    String page = ReliabilityPage.of(before, List.of(outcome(FIRST, "now")));

    assertThat(lines(page, FIRST)).hasSize(2);
    assertThat(page).contains("now").doesNotContain("| before |");
  }

  private static List<String> lines(String page, Fault<?> fault) {
    return page.lines().filter(it -> it.startsWith("| " + fault.name() + " |")).toList();
  }

  private static FaultOutcome outcome(Fault<?> fault, String remark) {
    return FaultOutcome.broken(fault, false, remark);
  }
}
