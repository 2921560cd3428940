package flights.trainer.card;

import flights.core.card.CardMetric;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.FitCost;
import flights.core.card.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A card's figures for the console. */
public final class CardText {

  private static final int NARROWEST = 5;
  private static final double MEGABYTE = 1 << 20;

  private CardText() {}

  /** A column of figures, and which of them is the best. */
  private record Column(
      String title, Function<CardTrial, String> text, Function<CardTrial, Boolean> isBest) {

    String cell(String figure, String mark) {
      int width = Math.max(NARROWEST, title.length());
      return String.format(Locale.ROOT, "  %" + width + "s%-1s", figure, mark);
    }

    String of(CardTrial trial) {
      return cell(text.apply(trial), isBest.apply(trial) ? "*" : "");
    }
  }

  /** For each split a table of the model and the baselines; the best of each column has a star. */
  public static String of(ModelCard card) {
    String tables =
        card.splits().stream()
            .map(split -> table(split, columns(split, card.unit())))
            .collect(Collectors.joining("\n"));
    return card.name() + " " + card.version() + "\n\n" + tables;
  }

  private static String table(CardSplit split, List<Column> columns) {
    List<CardTrial> trials = split.trials();
    int names = trials.stream().mapToInt(trial -> trial.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(split.name()).append(": ").append(split.description()).append("\n\n");
    String headings =
        columns.stream()
            .map(column -> column.cell(column.title(), ""))
            .collect(Collectors.joining());
    text.append(" ".repeat(names)).append(headings.stripTrailing()).append('\n');
    for (CardTrial trial : trials) {
      String figures =
          columns.stream().map(column -> column.of(trial)).collect(Collectors.joining());
      text.append(pad(trial.name(), names)).append(figures.stripTrailing()).append('\n');
    }
    return trials.size() > 1 ? text.append("* the best\n").toString() : text.toString();
  }

  private static List<Column> columns(CardSplit split, String unit) {
    List<Map<String, Double>> all = split.figures();
    List<Column> columns = new ArrayList<>();
    for (CardMetric metric : CardMetric.in(all)) {
      columns.add(
          new Column(
              metric.title(unit),
              trial -> metric.plainText(metric.value(trial.evaluation().metrics())),
              trial -> metric.isBest(trial.evaluation().metrics(), all)));
    }
    columns.add(cost("fit s", "%.1f", FitCost::seconds));
    columns.add(cost("peak MB", "%.0f", fit -> fit.peakBytes() / MEGABYTE));
    return columns;
  }

  private static Column cost(String title, String format, Function<FitCost, Double> figure) {
    return new Column(
        title,
        trial ->
            trial.fit() == null
                ? "-"
                : String.format(Locale.ROOT, format, figure.apply(trial.fit())),
        trial -> false);
  }

  private static String pad(String name, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", name);
  }
}
