package flights.trainer.gate;

import flights.trainer.evaluate.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One figure of an evaluation, by which two models are told apart. */
public record Metric(String name) {

  /** Those that every evaluation has. */
  public static final List<String> NAMES =
      List.of("log_loss", "brier", "accuracy", "weighted_f1", "ece");

  private static final Set<String> HIGHER_IS_BETTER = Set.of("accuracy", "weighted_f1");

  /** What differs less is no difference. */
  private static final double SCALE = 1e4;

  boolean better(Evaluation candidate, Evaluation champion) {
    long difference = Math.round(of(candidate) * SCALE) - Math.round(of(champion) * SCALE);
    return HIGHER_IS_BETTER.contains(name) ? difference > 0 : difference < 0;
  }

  String text(Evaluation evaluation) {
    return String.format(Locale.ROOT, "%.4f", of(evaluation));
  }

  String words() {
    return name.replace('_', ' ');
  }

  private double of(Evaluation evaluation) {
    return evaluation.toMetrics().get(name);
  }
}
