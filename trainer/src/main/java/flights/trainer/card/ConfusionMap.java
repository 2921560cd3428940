package flights.trainer.card;

import flights.trainer.evaluate.ClassScore;
import flights.trainer.evaluate.Evaluation;
import java.util.List;

/** What each class was taken for: the stronger a field, the larger its share of the row. */
final class ConfusionMap {

  private static final double LEFT = 96;
  private static final double TOP = 74;
  private static final double LINE = 12;
  private static final double GAP = 3;

  private final Evaluation evaluation;
  private final double field;

  private ConfusionMap(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.field = Math.min(80, (Svg.WIDTH - LEFT) / evaluation.classes().size());
  }

  static String draw(String id, Evaluation evaluation) {
    return new ConfusionMap(evaluation).draw(id);
  }

  private String draw(String id) {
    int classes = evaluation.classes().size();
    Svg svg =
        new Svg(
            id,
            TOP + classes * field,
            "What each class was taken for",
            "A row for each true class, a column for each predicted class; "
                + Figures.percent(evaluation.accuracy())
                + " of all rows are on the diagonal. The table below has the numbers.");
    svg.text("tick strong start", 0, LINE, "true ↓  said →");
    for (int k = 0; k < classes; k++) {
      String name = evaluation.classes().get(k).name();
      heading(svg, "tick middle", LEFT + (k + 0.5) * field, TOP - 8, name, true);
      heading(svg, "tick end", LEFT - 8, TOP + (k + 0.5) * field, name, false);
      row(svg, k);
    }
    return svg.toString();
  }

  private void row(Svg svg, int actual) {
    ClassScore truth = evaluation.classes().get(actual);
    for (int said = 0; said < evaluation.classes().size(); said++) {
      long rows = evaluation.confusion().get(actual).get(said);
      double share = truth.rows() == 0 ? 0 : rows / (double) truth.rows();
      double x = LEFT + said * field;
      double y = TOP + actual * field;
      String tip =
          "%s, taken for %s: %s rows"
              .formatted(truth.name(), evaluation.classes().get(said).name(), Figures.count(rows));
      svg.rect("field", x, y, field - GAP, field - GAP, tip);
      svg.shade("heat", x, y, field - GAP, share, tip);
      svg.text(
          "value middle", x + (field - GAP) / 2, y + field / 2 + 3, Figures.wholePercent(share));
    }
  }

  /** Lines that end at the given height, or lines around it. */
  private static void heading(
      Svg svg, String style, double x, double y, String name, boolean ends) {
    List<String> lines = Words.wrap(name, ends ? 11 : 15);
    double rise = ends ? lines.size() - 1 : (lines.size() - 1) / 2.0;
    for (int i = 0; i < lines.size(); i++) {
      svg.text(style, x, y + (i - rise) * LINE + (ends ? 0 : 3), lines.get(i));
    }
  }
}
