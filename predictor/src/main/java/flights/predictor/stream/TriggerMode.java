package flights.predictor.stream;

import flights.core.settings.Settings;
import java.util.stream.Stream;
import org.apache.spark.sql.streaming.Trigger;

/** When a stream takes up requests. */
public enum TriggerMode {
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

  public static TriggerMode of(Settings settings) {
    return Stream.of(values())
        .filter(mode -> mode.word.equals(settings.trigger()))
        .findFirst()
        .orElseThrow();
  }

  String word() {
    return word;
  }

  /** In Spark's words. */
  Trigger trigger(Settings settings) {
    return switch (this) {
      case REAL_TIME -> Trigger.RealTime(settings.checkpointInterval().toMillis());
      case MICRO_BATCH -> Trigger.ProcessingTime(0);
      case AVAILABLE_NOW -> Trigger.AvailableNow();
    };
  }
}
