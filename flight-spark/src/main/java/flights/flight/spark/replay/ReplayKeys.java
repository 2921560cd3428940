package flights.flight.spark.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Locale;

/** Lets somebody at a terminal pause a clock and change its speed. */
final class ReplayKeys {

  static final String HELP =
      "p and Enter pauses and goes on, + doubles the speed, - halves it, q ends; so does Ctrl-C";

  private final ReplayClock clock;
  private final PrintStream out;

  ReplayKeys(ReplayClock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** Until there is no more to read. */
  void follow(Reader typed) {
    try {
      BufferedReader lines = new BufferedReader(typed);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        line.strip().chars().forEach(this::press);
      }
    } catch (IOException e) {
      out.println("the terminal cannot be read: " + e.getMessage());
    }
  }

  private void press(int key) {
    switch (key) {
      case 'p', 'P' -> {
        clock.pause(!clock.paused());
        out.println(clock.paused() ? "paused" : "goes on");
      }
      case '+' -> change(2);
      case '-' -> change(0.5);
      case 'q', 'Q' -> clock.stop();
      default -> out.println(HELP);
    }
  }

  private void change(double factor) {
    clock.change(factor);
    out.println(
        clock.speed() == 0
            ? "it plays as quickly as it can"
            : String.format(Locale.ROOT, "speed %,.2f", clock.speed()));
  }
}
