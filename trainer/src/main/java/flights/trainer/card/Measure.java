package flights.trainer.card;

import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.MinutesScore;
import flights.trainer.evaluate.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures by which a model is set beside the baselines. */
enum Measure {
  ACCURACY("accuracy", "higher is better", "%.3f", of(Evaluation::accuracy), v -> -v),
  F1("F1", "higher is better", "%.3f", of(Evaluation::weightedF1), v -> -v),
  LOG_LOSS("log loss", "lower is better", "%.3f", of(Evaluation::logLoss), v -> v),
  BRIER("Brier", "lower is better", "%.3f", of(Evaluation::brier), v -> v),
  ECE("ECE", "lower is better", "%.3f", of(Evaluation::ece), v -> v),
  MAE("MAE min", "lower is better", "%.1f", ofMinutes(MinutesScore::mae), v -> v),
  COVERAGE(
      "p10-p90",
      "0.8 is right",
      "%.3f",
      ofMinutes(MinutesScore::coverage),
      v -> Math.abs(v - MinutesScore.RIGHT_COVERAGE)),
  FIT("fit s", null, "%.1f", t -> t.fit() == null ? null : t.fit().seconds(), null),
  PEAK(
      "peak MB", null, "%.0f", t -> t.fit() == null ? null : t.fit().peakBytes() / 1048576.0, null);

  private final String title;
  private final String direction;
  private final String format;
  private final Function<Trial, Double> value;
  private final ToDoubleFunction<Double> badness;

  Measure(
      String title,
      String direction,
      String format,
      Function<Trial, Double> value,
      ToDoubleFunction<Double> badness) {
    this.title = title;
    this.direction = direction;
    this.format = format;
    this.value = value;
    this.badness = badness;
  }

  String title() {
    return title;
  }

  /** Which way is better, in words. */
  String direction() {
    return direction;
  }

  /** Null when the trial has no such figure. */
  Double value(Trial trial) {
    return value.apply(trial);
  }

  String text(Trial trial) {
    Double figure = value(trial);
    return figure == null ? "-" : String.format(Locale.ROOT, format, figure);
  }

  /** Whether none of the others reads better; not for the only one with such a figure. */
  boolean isBest(Trial trial, List<Trial> all) {
    if (badness == null || value(trial) == null) {
      return false;
    }
    List<Double> figures = all.stream().map(value).filter(Objects::nonNull).toList();
    double least = figures.stream().mapToDouble(badness).min().orElseThrow();
    return figures.size() > 1 && read(badness.applyAsDouble(value(trial))).equals(read(least));
  }

  private String read(double figure) {
    return String.format(Locale.ROOT, format, figure);
  }

  private static Function<Trial, Double> of(Function<Evaluation, Double> figure) {
    return trial -> figure.apply(trial.evaluation());
  }

  private static Function<Trial, Double> ofMinutes(Function<MinutesScore, Double> figure) {
    return trial -> {
      MinutesScore minutes = trial.evaluation().minutes();
      return minutes == null ? null : figure.apply(minutes);
    };
  }
}
