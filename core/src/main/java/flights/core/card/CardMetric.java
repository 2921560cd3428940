package flights.core.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure by which models are compared.
 *
 * @param key its name in a card, in the registry and in a pipeline's {@code decide_by}
 * @param right the value that is best, where neither the highest nor the lowest is
 * @param headline whether it is shown where there is room for few figures
 */
public record CardMetric(
    String key, String title, Better better, double right, Form form, boolean headline) {

  /** Which way is better. */
  public enum Better {
    HIGHER,
    LOWER,
    NEAREST
  }

  /** How the figure is written. */
  private enum Form {
    /** From 0 to 1. */
    SHARE,
    DECIMALS,
    /** In the unit of the label, so of any size. */
    NUMBER
  }

  private static final String UNKNOWN = "–";

  /** What differs less is no difference. */
  private static final double TOLERANCE = 1e-4;

  private static final double MUCH = 0.1;

  private static final List<CardMetric> KNOWN =
      List.of(
          of("accuracy", "Accuracy", Better.HIGHER, Form.SHARE, true),
          of("weighted_f1", "Weighted F1", Better.HIGHER, Form.DECIMALS, true),
          of("log_loss", "Log loss", Better.LOWER, Form.DECIMALS, true),
          of("brier", "Brier", Better.LOWER, Form.DECIMALS, false),
          of("ece", "Calibration error", Better.LOWER, Form.DECIMALS, true),
          of("auc", "ROC AUC", Better.HIGHER, Form.DECIMALS, true),
          of("pr_auc", "PR AUC", Better.HIGHER, Form.DECIMALS, true),
          of("event_auc", "Event ROC AUC", Better.HIGHER, Form.DECIMALS, true),
          of("event_pr_auc", "Event PR AUC", Better.HIGHER, Form.DECIMALS, true),
          of("pinball", "Pinball loss", Better.LOWER, Form.NUMBER, true),
          of("rmse", "RMSE", Better.LOWER, Form.NUMBER, true),
          of("mae", "MAE", Better.LOWER, Form.NUMBER, true),
          of("r2", "R²", Better.HIGHER, Form.DECIMALS, true),
          of("mape", "MAPE", Better.LOWER, Form.SHARE, true));

  private static final Pattern PINBALL = Pattern.compile("pinball_(p[0-9_]+)");
  private static final Pattern COVERAGE = Pattern.compile("coverage_(p[0-9_]+)_(p[0-9_]+)");

  /** Of a quantile: {@code p10} at 0.1, {@code p2_5} at 0.025. */
  public static String pinball(double level) {
    return "pinball_" + percentile(level);
  }

  /** Of the range between two quantiles. */
  public static String coverage(double low, double high) {
    return "coverage_" + percentile(low) + "_" + percentile(high);
  }

  static boolean isCoverage(String key) {
    return COVERAGE.matcher(key).matches();
  }

  /** Empty for a name that no metric has. */
  public static Optional<CardMetric> of(String key) {
    Matcher pinball = PINBALL.matcher(key);
    Matcher coverage = COVERAGE.matcher(key);
    if (pinball.matches()) {
      String title = "Pinball " + upper(pinball.group(1));
      return Optional.of(of(key, title, Better.LOWER, Form.NUMBER, false));
    }
    if (coverage.matches()) {
      String title = "Within " + upper(coverage.group(1)) + " to " + upper(coverage.group(2));
      double right = level(coverage.group(2)) - level(coverage.group(1));
      return Optional.of(new CardMetric(key, title, Better.NEAREST, right, Form.SHARE, true));
    }
    return KNOWN.stream().filter(metric -> metric.key.equals(key)).findFirst();
  }

  /**
   * Those that any of these figures tell, in the order in which they are shown; without those of
   * one quantile alone, of which a table would have too many.
   */
  public static List<CardMetric> in(Collection<Map<String, Double>> figures) {
    Set<String> told = new TreeSet<>();
    figures.forEach(each -> told.addAll(each.keySet()));
    List<CardMetric> metrics = new ArrayList<>();
    KNOWN.stream().filter(metric -> told.remove(metric.key)).forEach(metrics::add);
    told.stream()
        .filter(key -> !PINBALL.matcher(key).matches())
        .map(CardMetric::of)
        .flatMap(Optional::stream)
        .forEach(metrics::add);
    return metrics;
  }

  /** Those of {@link #in} that are shown where there is room for few. */
  public static List<CardMetric> headlines(Collection<Map<String, Double>> figures, int most) {
    return in(figures).stream().filter(CardMetric::headline).limit(most).toList();
  }

  /** Null when the figures do not tell it. */
  public Double value(Map<String, Double> figures) {
    return figures == null ? null : figures.get(key);
  }

  /** A dash for null. */
  public String text(Double value) {
    if (value == null) {
      return UNKNOWN;
    }
    return switch (form) {
      case SHARE -> String.format(Locale.US, "%.1f%%", 100 * value);
      case DECIMALS -> minus(String.format(Locale.US, "%.3f", value));
      case NUMBER -> minus(SignificantDigits.text(value));
    };
  }

  /** For a console: in plain letters, and a share as a number from 0 to 1. */
  public String plainText(Double value) {
    return value != null && form == Form.SHARE
        ? String.format(Locale.US, "%.3f", value)
        : text(value).replace('−', '-').replace(UNKNOWN, "-");
  }

  /** As {@link #text}, with one digit more, for figures that are close to each other. */
  public String exactText(double value) {
    return form == Form.NUMBER
        ? minus(SignificantDigits.text(value, 5))
        : String.format(Locale.US, "%.4f", value);
  }

  /** Whether a candidate's figure is better than another's by more than a rounding. */
  public boolean isBetter(double candidate, double other) {
    if (form == Form.NUMBER) {
      return badness(other) - badness(candidate) > TOLERANCE * Math.abs(other);
    }
    return Math.round(badness(candidate) / TOLERANCE) < Math.round(badness(other) / TOLERANCE);
  }

  /** Whether a candidate's figure is worse by more than a tenth of what is left to gain. */
  public boolean isMuchWorse(double candidate, double other) {
    double left = better == Better.HIGHER ? 1 - other : Math.abs(badness(other));
    return badness(candidate) - badness(other) > MUCH * left;
  }

  /** Whether none of the figures reads better; not for the only one that there is. */
  public boolean isBest(Map<String, Double> figures, Collection<Map<String, Double>> all) {
    List<Double> others = all.stream().map(this::value).filter(v -> v != null).toList();
    if (value(figures) == null || others.size() < 2) {
      return false;
    }
    double best = others.stream().min(Comparator.comparingDouble(this::badness)).orElseThrow();
    return better == Better.NEAREST
        ? text(right + badness(best)).equals(text(right + badness(value(figures))))
        : text(best).equals(text(value(figures)));
  }

  /** Which way is better, in words. */
  public String direction() {
    return switch (better) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case NEAREST -> text(right) + " is right";
    };
  }

  /** The title in the middle of a sentence, with the unit where the figure has one. */
  public String words(String unit) {
    boolean isName = title.equals(title.toUpperCase(Locale.ROOT)) || title.contains(" AUC");
    String name =
        isName ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    return form == Form.NUMBER && unit != null ? name + " in " + unit : name;
  }

  /** The title, with the unit where the figure has one. */
  public String title(String unit) {
    return form == Form.NUMBER && unit != null ? title + ", " + unit : title;
  }

  private double badness(double value) {
    return switch (better) {
      case HIGHER -> -value;
      case LOWER -> value;
      case NEAREST -> Math.abs(value - right);
    };
  }

  private static CardMetric of(
      String key, String title, Better better, Form form, boolean headline) {
    return new CardMetric(key, title, better, Double.NaN, form, headline);
  }

  /** Without a point, which a name of MongoDB's fields should not have. */
  private static String percentile(double level) {
    return "p"
        + BigDecimal.valueOf(level)
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString()
            .replace('.', '_');
  }

  private static double level(String percentile) {
    return Double.parseDouble(percentile.substring(1).replace('_', '.')) / 100;
  }

  private static String upper(String percentile) {
    return percentile.toUpperCase(Locale.ROOT).replace('_', '.');
  }

  private static String minus(String text) {
    // What rounds to nothing has no sign.
    return text.replaceFirst("^-(0\\.?0*)$", "$1").replace('-', '−');
  }
}
