package flights.web.flight.form;

import flights.flight.DelaySummary;
import flights.flight.Prediction;
import flights.web.flight.reference.LearntByVersion;

/**
 * What predictions mean, with a caution where the version that answered has learnt little of it.
 */
record Summaries(LearntByVersion learnt) {

  DelaySummary of(Prediction prediction) {
    return DelaySummary.of(prediction)
        .with(
            learnt
                .of(prediction.modelVersion())
                .flatMap(it -> it.caution(prediction.request()))
                .orElse(null));
  }
}
