package flights.flight.spark.delay;

import java.util.List;

/** All of a {@link Forecaster} but its history, as it is written. */
record SavedForecaster(
    List<String> carriers,
    List<String> airports,
    List<String> numbers,
    Era era,
    Habits habits,
    Heads heads) {

  static SavedForecaster of(Forecaster forecaster) {
    Vocabulary vocabulary = forecaster.vocabulary();
    return new SavedForecaster(
        vocabulary.carriers().all(),
        vocabulary.airports().all(),
        vocabulary.numbers().all(),
        forecaster.era(),
        forecaster.habits(),
        forecaster.heads());
  }

  Forecaster with(History history) {
    if (era == null || habits == null) {
      throw new IllegalArgumentException("it was saved by another version of the program");
    }
    return new Forecaster(Vocabulary.of(carriers, airports, numbers), era, history, habits, heads);
  }
}
