package flights.flight;

import flights.core.kafka.Topics;
import java.util.List;

/** The topics of the flight model. */
public final class FlightTopics {

  public static final String REQUESTS = FlightPipeline.text("topics", "request");
  public static final String RESPONSES = FlightPipeline.text("topics", "response");
  public static final String ERRORS = FlightPipeline.text("topics", "error");

  /** What happens to flights (docs/LIVE.md). */
  public static final String EVENTS = "flight_events";

  /** Requests first: those that {@code ./flights up} has, whatever other models are served. */
  public static final List<String> ALL =
      List.of(REQUESTS, RESPONSES, ERRORS, Topics.TRAINING_REQUESTS);

  private FlightTopics() {}
}
