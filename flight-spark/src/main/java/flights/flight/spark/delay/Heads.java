package flights.flight.spark.delay;

import java.io.Serializable;

/** The heads for flights that have left and that have not, by what is told of their timetable. */
record Heads(Pair scheduled, Pair unscheduled) implements Serializable {

  Heads {
    if (scheduled == null || unscheduled == null) {
      throw new IllegalArgumentException("it was saved by another version of the program");
    }
  }

  Head of(boolean hasDeparted, boolean scheduleKnown) {
    Pair pair = scheduleKnown ? scheduled : unscheduled;
    return hasDeparted ? pair.departed() : pair.notDeparted();
  }

  /** The head for flights that have left, and the one for flights that have not. */
  record Pair(Head departed, Head notDeparted) implements Serializable {}
}
