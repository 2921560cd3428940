package flights.flight.spark.delay;

import java.io.Serializable;

/** All that was learnt, and how it answers. Safe for many threads. */
record Forecaster(Vocabulary vocabulary, Era era, History history, Habits habits, Heads heads)
    implements Serializable {

  Forecast forecast(Flight flight) {
    Codes codes = vocabulary.codes(flight);
    Background background =
        new HistoryReader(history, habits).of(codes, flight.miles(), flight.schedule());
    Head head = heads.of(flight.departed(), flight.schedule().known());
    float[] known =
        TreeColumn.row(
            codes,
            background,
            flight.day(),
            era.knowsSeasonOf(flight.day()),
            flight.departureDelay());
    DelayDistribution outlook = head.outlook(known);
    Explanation explanation = new Explanation(flight, codes, history, background.timetable());
    return Forecast.of(outlook, explanation.reasons(head, known, outlook));
  }
}
