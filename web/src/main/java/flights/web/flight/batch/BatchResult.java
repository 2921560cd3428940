package flights.web.flight.batch;

import flights.flight.DelayBucket;
import flights.flight.FlightRequest;
import flights.flight.Prediction;

/**
 * What came of one row.
 *
 * @param prediction null when it was rejected
 * @param error null when it was predicted
 */
public record BatchResult(long line, String id, Prediction prediction, String error) {

  public FlightRequest flight() {
    return prediction.request();
  }

  public DelayBucket bucket() {
    return prediction.bucket();
  }
}
