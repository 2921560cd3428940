package flights.web.flight.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.flight.FlightFormReader;
import flights.flight.reference.ReferenceData;
import flights.web.errors.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlightFileTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final String HEADER = "Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay\n";
  private static final String GOOD = "B6,165,2013-07-04,JFK,PDX,12\n";

  @Test
  void goodLinesAreReadAndBadOnesAreToldWithLineAndReason() {
    FlightFile.Content content =
        read(HEADER + GOOD + "B6,1,2013-07-04,JFK,JFK,\n\n" + "AA,1,soon,JFK,LAX,\n" + GOOD);

    assertThat(content.rows()).extracting(FlightFile.Row::line).containsExactly(2L, 6L);
    assertThat(content.rows().get(0).form().dest()).isEqualTo("PDX");
    assertThat(content.bad()).extracting(BadRow::line).containsExactly(3L, 5L);
    assertThat(content.bad().get(0).reason()).contains("Dest", "same airport");
    assertThat(content.bad().get(1).reason()).contains("FlightDate");
    assertThat(content.badCount()).isEqualTo(2);
  }

  @Test
  void columnsMayComeInAnyOrderAndSpelling() {
    FlightFile.Content content =
        read(
            "\uFEFForigin, DEST ,flight_date,Remark,carrier\r\njfk,lax,2013-07-04,\"a, b\",aa\r\n");

    assertThat(content.bad()).isEmpty();
    assertThat(content.rows()).hasSize(1);
    assertThat(content.rows().get(0).form().carrier()).isEqualTo("AA");
    assertThat(content.rows().get(0).form().depDelay()).isNull();
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> read("Carrier,Origin,Dest\nAA,JFK,LAX\n"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it does not name FlightDate");
    assertThatThrownBy(() -> read("")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> read("\0\1\2")).isInstanceOf(Problem.class);
  }

  @Test
  void aShortLineLacksWhatItDoesNotHold() {
    FlightFile.Content content = read(HEADER + "B6,165\n" + GOOD);

    assertThat(content.rows()).hasSize(1);
    assertThat(content.bad().get(0).reason()).contains("FlightDate: is missing");
  }

  @Test
  void anOpenQuoteEndsTheFileButKeepsWhatCameBefore() {
    FlightFile.Content content = read(HEADER + GOOD + "\"B6,165,2013-07-04\n" + GOOD);

    assertThat(content.rows()).hasSize(1);
    assertThat(content.badCount()).isEqualTo(1);
  }

  @Test
  void tooManyFlightsAreRefused() {
    String lines =
        IntStream.rangeClosed(0, FlightFile.MOST_ROWS)
            .mapToObj(i -> GOOD)
            .collect(Collectors.joining());

    assertThatThrownBy(() -> read(HEADER + lines))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("split it");
  }

  private static FlightFile.Content read(String text) {
    Clock clock = Clock.fixed(Instant.parse("2013-07-01T00:00:00Z"), ZoneOffset.UTC);
    return FlightFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new FlightFormReader(clock, REFERENCE::coverage));
  }
}
