package flights.trainer.answer;

import flights.trainer.evaluate.ErrorPoint;
import flights.trainer.pipeline.OutputSpec.ErrorQuantile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is added to a predicted number to get an end of its range: straight lines between points of
 * the predicted number. The range holds the predicted number, and neither end falls when the
 * predicted number grows. Under the first point the error stays; over the last it grows as between
 * the last two, but no faster than in proportion to the predicted number, and does not shrink.
 */
final class ErrorCurve {

  private static final MathContext DIGITS = new MathContext(6);

  private final ErrorQuantile spec;
  private final List<ErrorPoint> points;

  /**
   * A curve through points.
   *
   * @param measured by the predicted number, one at least
   */
  ErrorCurve(ErrorQuantile spec, List<ErrorPoint> measured) {
    this.spec = spec;
    this.points = rising(apart(measured.stream().map(this::holding).toList()));
  }

  /** The end of the range of the number in the column that the description names. */
  String sql() {
    String column = "`" + spec.of() + "`";
    String end = "(%s + %s)".formatted(column, error(column));
    if (spec.digits() != null) {
      String scale = number(Math.pow(10, spec.digits()));
      String rounding = spec.level() < 0.5 ? "floor" : spec.level() > 0.5 ? "ceil" : "round";
      end = "%s(%s * %s) / %s".formatted(rounding, scale, end, scale);
    }
    if (spec.atLeast() != null) {
      end = "greatest(%s, %s)".formatted(number(spec.atLeast()), end);
    }
    return spec.atMost() == null ? end : "least(%s, %s)".formatted(number(spec.atMost()), end);
  }

  private String error(String column) {
    ErrorPoint last = points.get(points.size() - 1);
    if (points.size() == 1) {
      return line(column, last, slopeBeyond(0));
    }
    StringBuilder sql = new StringBuilder("case");
    ErrorPoint before = points.get(0);
    sql.append(when(column, before)).append(number(before.error()));
    double slope = 0;
    for (ErrorPoint point : points.subList(1, points.size())) {
      slope = (point.error() - before.error()) / (point.predicted() - before.predicted());
      sql.append(when(column, point)).append(line(column, before, slope));
      before = point;
    }
    return sql.append(" else ")
        .append(line(column, last, slopeBeyond(slope)))
        .append(" end")
        .toString();
  }

  private static String when(String column, ErrorPoint point) {
    return " when %s <= %s then ".formatted(column, number(point.predicted()));
  }

  private static String line(String column, ErrorPoint from, double slope) {
    return slope == 0
        ? number(from.error())
        : "%s + (%s - %s) * %s"
            .formatted(number(from.error()), column, number(from.predicted()), number(slope));
  }

  /** Of the error over the last point. */
  private double slopeBeyond(double slope) {
    ErrorPoint last = points.get(points.size() - 1);
    double inProportion = last.predicted() > 0 ? last.error() / last.predicted() : 0;
    return spec.level() < 0.5
        ? Math.max(Math.max(-1, Math.min(0, inProportion)), Math.min(0, slope))
        : Math.min(Math.max(0, inProportion), Math.max(0, slope));
  }

  /** Where all that was predicted was too low, say, the range begins at the predicted number. */
  private ErrorPoint holding(ErrorPoint point) {
    double error =
        spec.level() < 0.5
            ? Math.min(0, point.error())
            : spec.level() > 0.5 ? Math.max(0, point.error()) : point.error();
    return new ErrorPoint(rounded(point.predicted()), point.rows(), rounded(error));
  }

  /** Without those at the same predicted number as the one before, which no line could join. */
  private static List<ErrorPoint> apart(List<ErrorPoint> points) {
    List<ErrorPoint> apart = new ArrayList<>();
    for (ErrorPoint point : points) {
      if (apart.isEmpty() || point.predicted() > apart.get(apart.size() - 1).predicted()) {
        apart.add(point);
      }
    }
    return apart;
  }

  /** Neighbours whose end would fall share the mean of their ends, by their rows. */
  private static List<ErrorPoint> rising(List<ErrorPoint> points) {
    List<Pool> pools = new ArrayList<>();
    for (ErrorPoint point : points) {
      Pool pool = new Pool(1, point.rows(), point.predicted() + point.error());
      while (!pools.isEmpty() && pools.get(pools.size() - 1).end() > pool.end()) {
        pool = pools.remove(pools.size() - 1).with(pool);
      }
      pools.add(pool);
    }
    List<ErrorPoint> rising = new ArrayList<>();
    for (Pool pool : pools) {
      for (int i = 0; i < pool.points(); i++) {
        ErrorPoint point = points.get(rising.size());
        double error = pool.points() == 1 ? point.error() : pool.end() - point.predicted();
        rising.add(new ErrorPoint(point.predicted(), point.rows(), rounded(error)));
      }
    }
    return rising;
  }

  /** Points that share an end of the range. */
  private record Pool(int points, long rows, double end) {
    Pool with(Pool next) {
      long all = rows + next.rows;
      double mean = (end * (double) rows + next.end * (double) next.rows) / (double) all;
      return new Pool(points + next.points, all, mean);
    }
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /** As a double of Spark's SQL. */
  private static String number(double value) {
    String text = Double.toString(rounded(value)).toUpperCase(Locale.ROOT) + "D";
    return value < 0 ? "(" + text + ")" : text;
  }
}
