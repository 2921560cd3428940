package flights.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir Path folder;

  @Test
  void aResultIsReadAsItWasWritten() throws IOException {
    Result result = result(6);
    Path page = new Reports(folder.resolve("bench")).write(result, null);

    Result read = Result.read(Reports.json(page));

    assertThat(read).usingRecursiveComparison().ignoringFields("versions").isEqualTo(result);
    assertThat(read.versions()).isEqualTo(result.versions());
    assertThat(read.machine().processors()).isPositive();
    assertThat(read.machine().memoryBytes()).isPositive();
  }

  @Test
  void thePageHoldsBothResultsAndNothingThatEndsItsScript() throws IOException {
    Findings findings = new Findings("web");
    findings.fail("</script><script>alert(1)</script>");

    String page = Files.readString(new Reports(folder).write(findings.result(folder), result(12)));

    assertThat(page).contains("\\u003c/script>\\u003cscript>alert(1)").contains("\"value\":12.0");
    assertThat(page.split("</script>", -1)).hasSize(3);
    assertThat(page).as("on its own").doesNotContain("src=", "href=", "@import");
  }

  @Test
  void theTableTellsRatios() {
    assertThat(ResultTable.of(result(6), null)).containsPattern("p50 +6 ms").contains("rate 200");
    assertThat(ResultTable.of(result(6), result(12))).containsPattern("p50 +6 ms +12 +x 0.5");
  }

  @Test
  void whatTheOtherLacksIsLeftOpen() {
    Findings other = new Findings("web");

    assertThat(ResultTable.of(result(6), other.result(folder))).containsPattern("p50 +6 ms +-\n");
  }

  @Test
  void whatWentWrongIsToldOfBoth() {
    Findings own = new Findings("web");
    own.fail("3 times refused");
    Findings other = new Findings("web");
    other.fail("7 times refused");

    assertThat(ResultTable.of(own.result(folder), other.result(folder)))
        .contains("\n! 3 times refused\n", "\n! the one beside: 7 times refused\n");
  }

  @Test
  void aFileThatIsNoResultIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("a.json"), "{}");

    assertThatThrownBy(() -> Result.read(text)).hasMessage(text + " is no result of a bench");
    assertThatThrownBy(() -> Result.read(folder.resolve("b.json")))
        .hasMessageStartingWith("there is no result " + folder.resolve("b.json"));
  }

  @Test
  void versionsAreThoseOfTheClassPaths() throws IOException {
    Path target = Files.createDirectories(folder.resolve("predictor").resolve("target"));
    Files.writeString(
        target.resolve("classpath"), "/m/spark-core_2.13-4.1.3.jar:/m/spark-core-lite-1.0.jar");

    assertThat(Versions.of(folder)).containsEntry("Spark", "4.1.3").hasSize(1);
  }

  private Result result(double millis) {
    Findings findings = new Findings("web");
    findings.parameter("rate", 200);
    findings.figure("answer", "p50", millis, "ms");
    findings.plot(
        new Plot(
            "Answers",
            "seconds",
            "ms",
            Plot.Scale.LINEAR,
            List.of(new Plot.Line("p50", List.of(new double[] {1, millis})))));
    return findings.result(folder);
  }
}
