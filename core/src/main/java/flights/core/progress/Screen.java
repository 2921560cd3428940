package flights.core.progress;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A line at the bottom of a terminal. What else is said scrolls by above it, as long as it is
 * written to the stream that {@link #above} gives.
 */
final class Screen {

  private static final String ERASE = "\r\033[K";

  private final PrintStream terminal;
  private String line = "";

  Screen(PrintStream terminal) {
    this.terminal = terminal;
  }

  synchronized void show(String text) {
    if (!text.equals(line)) {
      line = text;
      terminal.print(ERASE + text);
      terminal.flush();
    }
  }

  PrintStream above() {
    return new PrintStream(new Above(), true, StandardCharsets.UTF_8);
  }

  private final class Above extends OutputStream {

    private boolean midLine;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (length == 0) {
        return;
      }
      synchronized (Screen.this) {
        if (!midLine) {
          terminal.print(ERASE);
        }
        terminal.write(bytes, from, length);
        midLine = bytes[from + length - 1] != '\n';
        if (!midLine) {
          terminal.print(line);
        }
        terminal.flush();
      }
    }
  }
}
