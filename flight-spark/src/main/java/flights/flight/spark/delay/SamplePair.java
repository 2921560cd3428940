package flights.flight.spark.delay;

/** Samples of flights that have left, and of all flights as they are before they leave. */
record SamplePair(Samples departed, Samples all) {

  private static final long SEASON_SEED = 7;

  SamplePair() {
    this(new Samples(), new Samples());
  }

  void add(ArrivedFlight flown, Background background) {
    Day day = new Day(flown.dayOfWeek(), flown.day());
    // For one flight in two the season is left out: of days far from those learnt it is not known.
    boolean inSeason = flown.hash(SEASON_SEED) > 0;
    all.add(
        TreeColumn.row(flown.codes(), background, day, inSeason, Double.NaN), flown.arrivalDelay());
    if (flown.departed()) {
      departed.add(
          TreeColumn.row(flown.codes(), background, day, inSeason, flown.departureDelay()),
          flown.arrivalDelay());
    }
  }

  Heads.Pair train(Learning learning) {
    return new Heads.Pair(
        head(RegressionColumns.DEPARTED, departed, learning),
        head(RegressionColumns.NOT_DEPARTED, all, learning));
  }

  private static Head head(RegressionColumns design, Samples samples, Learning learning) {
    return new HeadTrainer(design, samples)
        .train(learning.spreadBins(), learning.boosting(), learning.seed());
  }
}
