package flights.flight.spark.delay;

import java.io.Serializable;

/** All that was learnt, and how it answers. Safe for many threads. */
record Forecaster(Vocabulary roster, HistoryReader reader, Heads heads) implements Serializable {

  Forecast forecast(Flight flight) {
    Codes codes = roster.codes(flight);
    Background background = reader.of(codes, flight.miles(), flight.schedule());
    Head head = heads.of(flight.departed(), flight.schedule().known());
    DelayDistribution outlook =
        head.outlook(background, flight.dayOfWeek(), flight.departureDelay());
    Explanation explanation = new Explanation(flight, codes, reader.history());
    return Forecast.of(outlook, explanation.reasons(head, outlook));
  }
}
