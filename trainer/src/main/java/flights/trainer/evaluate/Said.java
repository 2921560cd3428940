package flights.trainer.evaluate;

import java.io.Serializable;

/** Which numbers a model says beside its class. */
record Said(boolean minutes, boolean expected, boolean p10, boolean p50, boolean p90)
    implements Serializable {

  static Said in(EvaluatedColumns columns) {
    boolean minutes = columns.minutes() != null;
    return new Said(
        minutes,
        minutes && columns.expected() != null,
        minutes && columns.p10() != null,
        minutes && columns.p50() != null,
        minutes && columns.p90() != null);
  }

  boolean percentile(int index) {
    return index == 0 ? p10 : index == 1 ? p50 : p90;
  }
}
