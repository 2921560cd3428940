package flights.flight.spark.delay;

import java.util.List;

/** All of a {@link Forecaster} but its history, as it is written. */
record SavedForecaster(
    List<String> carriers,
    List<String> airports,
    List<String> numbers,
    double smoothing,
    double retiming,
    Heads heads) {

  static SavedForecaster of(Forecaster forecaster) {
    Vocabulary roster = forecaster.roster();
    return new SavedForecaster(
        roster.carriers().all(),
        roster.airports().all(),
        roster.numbers().all(),
        forecaster.reader().smoothing(),
        forecaster.reader().retiming(),
        forecaster.heads());
  }

  Forecaster with(History history) {
    return new Forecaster(
        Vocabulary.of(carriers, airports, numbers),
        new HistoryReader(history, smoothing, retiming),
        heads);
  }
}
