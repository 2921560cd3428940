package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.command.CommandLines;
import flights.core.command.ServiceCommands.UpCommand;
import flights.flight.reference.FlightImport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstImportTest {

  private static final UpOptions NONE = new UpOptions(null, null);

  @Test
  void whenNothingWasImportedTheBundledFlightsAre() {
    assertThat(FirstImport.command(Optional.empty(), NONE)).containsExactly("import");
  }

  @Test
  void otherFlightsThanTheBundledOnesCanBeAskedFor() {
    UpOptions options =
        UpOptions.of(CommandLines.read(UpCommand.class, "--data", "x", "--sample", "0.1"));

    assertThat(FirstImport.command(Optional.empty(), options))
        .containsExactly("import", "--data", "x");
    assertThat(options.training())
        .containsExactly("train", "--one-split", "--data", "x", "--sample", "0.1");
  }

  @Test
  void anImportThatWasCutOffIsDoneAgain() {
    assertThat(FirstImport.command(Optional.of(begun(null)), NONE)).containsExactly("import");
    assertThat(FirstImport.command(Optional.of(begun("file:/flights")), NONE))
        .containsExactly("import", "--data", "file:/flights");
  }

  @Test
  void whatIsWholeStays() {
    assertThat(FirstImport.command(Optional.of(begun(null).finished(Instant.now())), NONE))
        .isEmpty();
  }

  private static FlightImport begun(String data) {
    LocalDate day = LocalDate.parse("2013-07-04");
    return new FlightImport(data, "CSV", 1, 0, 0, day, day, Instant.now(), null);
  }
}
