package flights.flight.spark.delay;

/**
 * Learns from the past. Each sample is looked up in a history that leaves out the weeks around its
 * own: so it never knows its own day, and its history is as old as that of a flight that is asked
 * about weeks after the last one that was learnt from.
 */
final class ForecasterTrainer {

  /** With fewer flights whose timetable is told, nothing is learnt of them on their own. */
  private static final int ENOUGH = 1000;

  private final Past past;
  private final Learning learning;

  ForecasterTrainer(Past past, Learning learning) {
    this.past = past;
    this.learning = learning;
  }

  Forecaster train() {
    Past.Learnt learnt = past.learn(learning.maxSamples(), learning.seed());
    SamplePair scheduled = new SamplePair();
    SamplePair unscheduled = new SamplePair();
    ArrivedFlights sample = learnt.sample();
    for (int i = 0; i < sample.size(); i++) {
      ArrivedFlight flown = sample.get(i);
      HistoryReader reader =
          new HistoryReader(learnt.without(flown, past.blocks()), learning.habits());
      unscheduled.add(flown, reader.of(flown.codes(), flown.miles(), Schedule.UNKNOWN));
      if (flown.schedule().known()) {
        scheduled.add(flown, reader.of(flown.codes(), flown.miles(), flown.schedule()));
      }
    }
    if (unscheduled.departed().size() == 0) {
      throw new IllegalArgumentException("no flight with a departure delay to learn from");
    }
    Heads.Pair usual = unscheduled.train(learning);
    Heads.Pair exact = scheduled.departed().size() < ENOUGH ? usual : scheduled.train(learning);
    return new Forecaster(
        past.vocabulary(),
        past.era(),
        learnt.history(),
        learning.habits(),
        new Heads(exact, usual));
  }
}
