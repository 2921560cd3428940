package flights.trainer.card;

import flights.trainer.evaluate.Trial;
import java.util.List;

/** The model's figures beside those of the baselines; every bar starts at zero. */
final class BaselineBars {

  private static final List<Measure> MEASURES =
      List.of(Measure.ACCURACY, Measure.F1, Measure.LOG_LOSS, Measure.BRIER);
  private static final double LEFT = 150;
  private static final double LONGEST = 160;
  private static final double LINE = 18;
  private static final double HEADING = 26;
  private static final int LETTERS = 24;

  private BaselineBars() {}

  static String draw(String id, CardSplit split) {
    List<Trial> trials = split.trials();
    double block = HEADING + trials.size() * LINE + 8;
    Svg svg =
        new Svg(
            id,
            MEASURES.size() * block,
            "The model beside the baselines",
            "Accuracy, F1, log loss and Brier score of each; the table above has the numbers.");
    for (int i = 0; i < MEASURES.size(); i++) {
      block(svg, i * block, MEASURES.get(i), split);
    }
    return svg.toString();
  }

  private static void block(Svg svg, double top, Measure measure, CardSplit split) {
    List<Trial> trials = split.trials();
    double most = trials.stream().mapToDouble(measure::value).max().orElse(0);
    svg.text("tick strong start", 0, top + 15, measure.title());
    svg.text("tick end", Svg.WIDTH, top + 15, measure.direction());
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      double y = top + HEADING + i * LINE;
      double length = most == 0 ? 0 : LONGEST * measure.value(trial) / most;
      String tip = trial.name() + ": " + measure.title() + " " + measure.text(trial);
      svg.text("tick end", LEFT - 8, y + 10, Words.shorten(trial.name(), LETTERS));
      svg.rect(i == 0 ? "model" : "baseline", LEFT, y, length, LINE - 5, tip);
      String best = measure.isBest(trial, trials) ? " ★" : "";
      svg.text("tick start", LEFT + length + 6, y + 10, measure.text(trial) + best);
    }
  }
}
