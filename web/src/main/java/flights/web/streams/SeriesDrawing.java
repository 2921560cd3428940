package flights.web.streams;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A series as a line, for a page; in a box of 600 by 120. */
public final class SeriesDrawing {

  private static final double WIDTH = 600;
  private static final double TOP = 8;
  private static final double BOTTOM = 100;

  /** The points of the line. */
  public String points(List<SeriesView.Day> days) {
    double low = days.stream().mapToDouble(SeriesView.Day::value).min().orElse(0);
    double high = days.stream().mapToDouble(SeriesView.Day::value).max().orElse(1);
    double height = high == low ? 1 : high - low;
    return IntStream.range(0, days.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    x(days, i),
                    BOTTOM - (days.get(i).value() - low) / height * (BOTTOM - TOP)))
        .collect(Collectors.joining(" "));
  }

  /** Where the marked days are, from the left. */
  public List<String> marks(List<SeriesView.Day> days) {
    return IntStream.range(0, days.size())
        .filter(i -> days.get(i).marked())
        .mapToObj(i -> String.format(Locale.ROOT, "%.1f", x(days, i) - 2))
        .toList();
  }

  /** For those who do not see the line. */
  public String words(List<SeriesView.Day> days, SeriesPage page) {
    if (days.isEmpty()) {
      return "No days yet";
    }
    String unit = page.unit() == null ? "" : " " + page.unit();
    String marked =
        page.mark() == null
            ? ""
            : "; %s on %d of %d days"
                .formatted(
                    page.mark().means(),
                    days.stream().filter(SeriesView.Day::marked).count(),
                    days.size());
    return String.format(
        Locale.ROOT,
        "From %s to %s between %.0f and %.0f%s%s",
        days.get(0).date(),
        days.get(days.size() - 1).date(),
        days.stream().mapToDouble(SeriesView.Day::value).min().orElse(0),
        days.stream().mapToDouble(SeriesView.Day::value).max().orElse(0),
        unit,
        marked);
  }

  private static double x(List<SeriesView.Day> days, int i) {
    return 4 + i * (WIDTH - 8) / Math.max(1, days.size() - 1);
  }
}
