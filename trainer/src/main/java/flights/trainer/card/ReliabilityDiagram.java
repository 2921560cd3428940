package flights.trainer.card;

import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.ReliabilityBin;

/**
 * How often a model is right against how sure it was: a model that keeps its word is on the line.
 */
final class ReliabilityDiagram {

  private static final double LEFT = 44;
  private static final double TOP = 12;
  private static final double SIDE = 270;
  private static final double LARGEST = 18;
  private static final double SMALLEST = 3;

  private ReliabilityDiagram() {}

  static String draw(String id, Evaluation evaluation) {
    Svg svg =
        new Svg(
            id,
            TOP + SIDE + 44,
            "How often the model is right against how sure it was",
            "The expected calibration error is "
                + Figures.decimals(evaluation.ece(), 3)
                + "; the table below has each point.");
    axes(svg);
    svg.line("diagonal", x(0), y(0), x(1), y(1));
    for (ReliabilityBin bin : evaluation.reliability()) {
      if (bin.rows() > 0) {
        point(svg, bin, bin.rows() / (double) evaluation.rows());
      }
    }
    return svg.toString();
  }

  private static void axes(Svg svg) {
    for (int tick = 0; tick <= 100; tick += 20) {
      double share = tick / 100.0;
      svg.line("grid", x(0), y(share), x(1), y(share));
      svg.text("tick end", LEFT - 8, y(share) + 4, tick + "%");
      svg.text("tick middle", x(share), TOP + SIDE + 18, tick + "%");
    }
    svg.text("tick middle", x(0.5), TOP + SIDE + 36, "how sure (point size: share of rows)");
    svg.text("tick start", x(0) + 4, TOP + 10, "right");
  }

  private static void point(Svg svg, ReliabilityBin bin, double share) {
    String tip =
        "Sure by %s on average, right in %s of %s rows"
            .formatted(
                Figures.percent(bin.confidence()),
                Figures.percent(bin.accuracy()),
                Figures.count(bin.rows()));
    double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share);
    svg.circle("model point", x(bin.confidence()), y(bin.accuracy()), radius, tip);
  }

  private static double x(double share) {
    return LEFT + share * SIDE;
  }

  private static double y(double share) {
    return TOP + (1 - share) * SIDE;
  }
}
