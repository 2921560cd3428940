package flights.trainer.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The headline figures of the rows with one value of a column; minutes as in the whole. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GroupScore(
    String value,
    long rows,
    double accuracy,
    double weightedF1,
    double logLoss,
    double brier,
    double ece,
    Double mae,
    Double coverage) {}
