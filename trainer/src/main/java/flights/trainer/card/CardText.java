package flights.trainer.card;

import flights.trainer.evaluate.Trial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A card's figures for the console. */
public final class CardText {

  private static final int NARROWEST = 5;

  private CardText() {}

  /** For each split a table of the model and the baselines; the best of each column has a star. */
  public static String of(ModelCard card) {
    String tables = card.splits().stream().map(CardText::table).collect(Collectors.joining("\n"));
    return card.name() + " " + card.version() + "\n\n" + tables;
  }

  private static String table(CardSplit split) {
    List<Trial> trials = split.trials();
    int names = trials.stream().mapToInt(trial -> trial.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(split.name()).append(": ").append(split.description()).append("\n\n");
    text.append(" ".repeat(names)).append(headings()).append('\n');
    for (Trial trial : trials) {
      text.append(pad(trial.name(), names)).append(figures(trial, trials)).append('\n');
    }
    return trials.size() > 1 ? text.append("* the best\n").toString() : text.toString();
  }

  private static String headings() {
    StringBuilder line = new StringBuilder();
    for (Measure measure : Measure.values()) {
      line.append(cell(measure, measure.title(), ""));
    }
    return line.toString().stripTrailing();
  }

  private static String figures(Trial trial, List<Trial> all) {
    StringBuilder line = new StringBuilder();
    for (Measure measure : Measure.values()) {
      line.append(cell(measure, measure.text(trial), measure.isBest(trial, all) ? "*" : ""));
    }
    return line.toString().stripTrailing();
  }

  private static String cell(Measure measure, String figure, String mark) {
    int width = Math.max(NARROWEST, measure.title().length());
    return String.format(Locale.ROOT, "  %" + width + "s%-1s", figure, mark);
  }

  private static String pad(String name, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", name);
  }
}
