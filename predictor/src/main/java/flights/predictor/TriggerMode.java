package flights.predictor;

import flights.core.settings.Settings;
import java.util.stream.Stream;

/** When a stream takes up requests. */
enum TriggerMode {
  /** At once, each by itself. */
  REAL_TIME("realtime"),
  /** One batch after the other. */
  MICRO_BATCH("micro-batch"),
  /** Those that are there, and then it ends. */
  AVAILABLE_NOW("available-now");

  private final String word;

  TriggerMode(String word) {
    this.word = word;
  }

  static TriggerMode of(Settings settings) {
    return Stream.of(values())
        .filter(mode -> mode.word.equals(settings.trigger()))
        .findFirst()
        .orElseThrow();
  }

  String word() {
    return word;
  }
}
