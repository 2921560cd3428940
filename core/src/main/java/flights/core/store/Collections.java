package flights.core.store;

import java.util.Map;

/** The names of the collections that every model shares: the one place that knows them. */
public final class Collections {

  public static final String MODELS = "models";
  public static final String SERVICES = "services";
  public static final String TRAINING_JOBS = "training_jobs";

  /** Those that grow with use, beside the models' own, and the field that tells how old each is. */
  public static final Map<String, String> DATES = Map.of(TRAINING_JOBS, "askedAt");

  /** The same of a model's predictions, and of its rejected requests. */
  public static final String PREDICTED_AT = "ScoredAt";

  public static final String REJECTED_AT = "RejectedAt";

  private Collections() {}
}
