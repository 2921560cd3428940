package flights.trainer.card;

import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.MinutesScore;
import flights.trainer.evaluate.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A card as a web page that needs nothing else: no script, no other file. */
public final class CardPage {

  private static final Template PAGE = Template.load("card.html");

  private CardPage() {}

  public static String of(ModelCard card) {
    return PAGE.fill(
        Map.of(
            "name", Html.escape(card.name()),
            "version", Html.escape(card.version()),
            "summary", card.splits().isEmpty() ? "" : summary(card.splits().get(0)),
            "splits", splits(card.splits()),
            "facts", CardFacts.of(card),
            "features",
                card.features().isEmpty() ? "" : Tables.features(card.features()).toString(),
            "notes", notes(card.notes())));
  }

  private static String summary(CardSplit split) {
    Evaluation model = split.model().evaluation();
    StringBuilder text = new StringBuilder();
    text.append(
        "It named the right class for <strong>%s</strong> of %s rows it had not seen"
            .formatted(Figures.percent(model.accuracy()), Figures.count(model.rows())));
    split.baselines().stream()
        .max(Comparator.comparingDouble(b -> b.evaluation().accuracy()))
        .ifPresent(best -> text.append(besides(best)));
    text.append('.');
    if (model.minutes() != null && model.minutes().mae() != null) {
      text.append(minutes(model.minutes()));
    }
    return text.toString();
  }

  private static String besides(Trial best) {
    return "; the best baseline, “%s”, for %s"
        .formatted(Html.escape(best.name()), Figures.percent(best.evaluation().accuracy()));
  }

  private static String minutes(MinutesScore minutes) {
    return " Its expected minutes were off by <strong>%s</strong> on average."
        .formatted(Figures.decimals(minutes.mae(), 1));
  }

  private static String splits(List<CardSplit> splits) {
    return IntStream.range(0, splits.size())
        .mapToObj(i -> new SplitSection("split-" + i, splits.get(i)).toString())
        .collect(Collectors.joining());
  }

  private static String notes(List<String> notes) {
    return notes.stream()
        .map(note -> "<li>" + Html.escape(note) + "</li>\n")
        .collect(Collectors.joining());
  }
}
