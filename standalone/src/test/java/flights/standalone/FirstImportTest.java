package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.reference.FlightImport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstImportTest {

  @Test
  void whenNothingWasImportedTheBundledFlightsAre() {
    assertThat(FirstImport.command(Optional.empty())).containsExactly("import");
  }

  @Test
  void anImportThatWasCutOffIsDoneAgain() {
    assertThat(FirstImport.command(Optional.of(begun(null)))).containsExactly("import");
    assertThat(FirstImport.command(Optional.of(begun("file:/flights"))))
        .containsExactly("import", "--data", "file:/flights");
  }

  @Test
  void whatIsWholeStays() {
    assertThat(FirstImport.command(Optional.of(begun(null).finished(Instant.now())))).isEmpty();
  }

  private static FlightImport begun(String data) {
    LocalDate day = LocalDate.parse("2013-07-04");
    return new FlightImport(data, "CSV", 1, 0, 0, day, day, Instant.now(), null);
  }
}
