package flights.model.delay;

import org.apache.spark.ml.util.MLReader;

/** The name that packages saved before December 2026 have for the flight model: Spark asks it. */
public final class FlightDelayModel {

  private FlightDelayModel() {}

  public static MLReader<flights.flight.spark.delay.FlightDelayModel> read() {
    return flights.flight.spark.delay.FlightDelayModel.read();
  }
}
