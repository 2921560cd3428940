package flights.flight.spark.delay;

/** Samples of flights that have left, and of all flights as they are before they leave. */
record SamplePair(Samples departed, Samples all) {

  SamplePair() {
    this(new Samples(), new Samples());
  }

  void add(ArrivedFlight flown, Background background) {
    all.add(flown, background);
    if (flown.departed()) {
      departed.add(flown, background);
    }
  }

  Heads.Pair train(Learning learning) {
    return new Heads.Pair(
        head(RegressionColumns.DEPARTED, departed, learning),
        head(RegressionColumns.NOT_DEPARTED, all, learning));
  }

  private static Head head(RegressionColumns design, Samples samples, Learning learning) {
    return new HeadTrainer(design, samples).train(learning.spreadBins(), learning.seed());
  }
}
