package flights.bench.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** A result as a person reads it on the console. */
public final class ResultTable {

  private ResultTable() {}

  /**
   * Both heads, and a line for each figure.
   *
   * @param other to be told beside it, with ratios; null when there is none
   */
  public static String of(Result result, Result other) {
    StringBuilder text = new StringBuilder(head(result));
    if (other != null) {
      text.append("beside ").append(head(other));
    }
    String group = "";
    for (Figure figure : result.figures()) {
      if (!figure.group().equals(group)) {
        group = figure.group();
        text.append('\n').append(group).append('\n');
      }
      text.append(row(figure, other)).append('\n');
    }
    return text.append(remarks("! ", result))
        .append(other == null ? "" : remarks("! the one beside: ", other))
        .toString();
  }

  private static String remarks(String start, Result of) {
    String remarks =
        of.remarks().stream().map(it -> "\n" + start + it).collect(Collectors.joining());
    return remarks.isEmpty() ? "" : remarks + "\n";
  }

  private static String head(Result result) {
    String parameters =
        result.parameters().entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "bench %s: %s%n  %s; load %.1f before, %.1f after; commit %s; %s%n",
        result.bench(),
        parameters,
        result.machine().words(),
        result.loadBefore(),
        result.loadAfter(),
        result.commit() == null ? "not known" : result.commit(),
        result.at().toString().substring(0, 16));
  }

  private static String row(Figure figure, Result other) {
    String own =
        String.format(
            Locale.ROOT,
            "  %-44s %12s %-11s",
            figure.name(),
            number(figure.value()),
            figure.unit());
    if (other == null) {
      return own.stripTrailing();
    }
    return other
        .figure(figure)
        .map(it -> own + beside(figure.value(), it.value()))
        .orElse(own + "             -");
  }

  private static String beside(double own, double other) {
    String ratio = other == 0 ? "" : String.format(Locale.ROOT, "   x %.3g", own / other);
    return String.format(Locale.ROOT, "  %12s%s", number(other), ratio);
  }

  static String number(double value) {
    double size = Math.abs(value);
    String form =
        value == Math.rint(value) || size >= 1_000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, size < 0.1 && value != 0 ? "%.4f" : form, value);
  }
}
