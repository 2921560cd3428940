package flights.workloads.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in rules.yaml is told in one line, with its key. */
class RulesFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          elasticity: 1.1      | elasticity: high      | kinds.bakery.elasticity is "high", but must be a number from 0 to 10
          elasticity: 1.1      | elasticity: -1        | kinds.bakery.elasticity is -1, but must be a number from 0 to 10
          elasticity: 1.1      | elastic: 1.1          | there is no kinds.bakery.elastic, but [elasticity, quantity, season, trend, typical_price]
          trend: 1.01          |                       | kinds.bakery.trend is missing
          trend: 1.01          | trend:                | kinds.bakery.trend is missing
          trend: 1.01          | trend: .nan           | rules.yaml line 28: Malformed numeric value
          season: [0.95,       | season: [             | kinds.bakery.season is [0.97
          season: [0.95,       | season: [0,           | kinds.bakery.season[0] is 0, but must be a number from 0.001 to 1000
          {small: 0.6          | {small: [0.6]         | sizes.small is [0.6], but must be a number
          kinds: {garden: 0.85 | kinds: {gardens: 0.85 | there is no regions.north.kinds.gardens, but [bakery,
          weekday: [0.90,      | weekday: [0.90, 1,    | weekday is [
          every: 60            | every: 5              | promotions.days is 7, but must be a whole number from 0 to 5
          cuts: [0.10          | cuts: [1.10           | promotions.cuts[0] is 1.1, but must be a number from 0 to 0.9
          dispersion: 6        | dispersion: 0.5       | noise.dispersion is 0.5, but must be a number from 1 to 1000000
          duplicate: 0.004     | doubled: 0.004        | there is no dirty.doubled, but [duplicate,
          last_day: 2025-12-31 | last_day: 2025-02-30  | history.last_day is "2025-02-30", but must be a day such as 2025-12-31
          most_years: 30       | most_years: 2         | history.most_years is 2, but must be a whole number from 3 to 100
          sizes: {             | sizes: {{             | rules.yaml line
          """)
  void aWrongValueIsNamed(String right, String wrong, String said) throws IOException {
    String text = Files.readString(TestShop.FOLDER.resolve("rules.yaml"));
    assertThat(text).contains(right);
    int at = text.indexOf(right);
    String changed =
        text.substring(0, at) + (wrong == null ? "" : wrong) + text.substring(at + right.length());

    assertRefused(changed, said);
  }

  @Test
  void whatIsNoRulesAtAllIsRefused() throws IOException {
    assertRefused("", "all of it is");
    assertRefused("- 1", "all of it is [1], but must be keys and values");
    assertRefused("kinds: 5", "kinds is 5, but must be keys and values, at least one");
    assertThatThrownBy(() -> SalesRules.read(folder.resolve("none.yaml")))
        .isInstanceOf(SalesException.class)
        .hasMessageContaining("none.yaml");
  }

  private void assertRefused(String text, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.yaml"), text);
    assertThatThrownBy(() -> SalesRules.read(file))
        .isInstanceOf(SalesException.class)
        .hasMessageContaining(said)
        .hasMessageStartingWith(file.toString())
        .hasMessageNotContaining("\n");
  }
}
