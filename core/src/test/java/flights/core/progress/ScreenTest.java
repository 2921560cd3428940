package flights.core.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new PrintStream(terminal, true, StandardCharsets.UTF_8));

  @Test
  void whatIsSaidStandsAboveTheLine() {
    screen.show("10%");
    screen.above().println("a message");
    screen.show("20%");

    assertThat(seen()).containsExactly("a message", "20%");
  }

  @Test
  void aMessageInPiecesIsNotTornByTheLine() {
    PrintStream above = screen.above();
    screen.show("10%");
    above.print("a mess");
    above.print("age\nand one more\n");

    assertThat(seen()).containsExactly("a message", "and one more", "10%");
  }

  @Test
  void whatIsTakenAwayLeavesNothing() {
    screen.show("10%");
    screen.show("");

    assertThat(seen()).containsExactly("");
  }

  /** The lines that a terminal shows of what was sent to it. */
  private String[] seen() {
    return Arrays.stream(terminal.toString(StandardCharsets.UTF_8).split("\n"))
        .map(line -> line.substring(line.lastIndexOf("\r\033[K") + 1).replace("\033[K", ""))
        .toArray(String[]::new);
  }
}
