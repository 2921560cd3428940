package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class FlightImportsIT {

  @Test
  void theLastImportIsKeptAndTheOneBeforeIsNot() {
    try (StoreUnderTest store = new StoreUnderTest()) {
      FlightImports imports = new FlightImports(store.store());
      assertThat(imports.last()).isEmpty();
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      FlightImport first = begun("file:/flights", now);
      FlightImport second = begun(null, now.plusSeconds(1));

      imports.put(first);
      assertThat(imports.last()).hasValue(first);
      assertThat(imports.isLast(first)).isTrue();
      imports.put(second.finished(now.plusSeconds(2)));

      assertThat(imports.isLast(first)).isFalse();
      assertThat(imports.isLast(second)).isTrue();
      assertThat(imports.last().orElseThrow().whole()).isTrue();
    }
  }

  private static FlightImport begun(String data, Instant at) {
    LocalDate day = LocalDate.parse("2013-07-04");
    return new FlightImport(data, "CSV", 3, 2, 1, day, day.plusDays(1), at, null);
  }
}
