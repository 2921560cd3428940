package flights.trainer;

import flights.core.card.CardData;
import flights.core.card.FittedStage;
import flights.core.card.ModelCard;
import flights.core.registry.ModelVersion;
import flights.trainer.card.CardText;
import java.util.stream.Collectors;

/** What the console tells at the end. */
final class Report {

  private static final int MOST_LINES = 100;

  private Report() {}

  /**
   * The last line is where the card can be read.
   *
   * @param web host and port of the web server
   */
  static String of(Trained trained, String web) {
    ModelVersion version = trained.version();
    return "\n"
        + CardText.of(trained.card())
        + leftOut(trained.card().data())
        + smallTrees(trained.card())
        + "\n"
        + verdict(trained)
        + "\nmodel card: http://%s/models/%s/%s while the web server runs, and %s/card.json"
            .formatted(web, version.name(), version.version(), version.address());
  }

  private static String leftOut(CardData data) {
    String reasons = CleanRows.words(data.dropped());
    return reasons.isEmpty() ? "" : "\nleft out of " + data.path() + ": " + reasons + "\n";
  }

  /** What a model has learned, where a person can read it as a whole. */
  private static String smallTrees(ModelCard card) {
    return card.fitted().stream()
        .map(FittedStage::text)
        .filter(text -> text != null && text.lines().count() <= MOST_LINES)
        .map(text -> "\n" + text.strip() + "\n")
        .collect(Collectors.joining());
  }

  private static String verdict(Trained trained) {
    String named = trained.version().name() + " " + trained.version().version();
    String reason = trained.verdict().reason();
    if (trained.promoted()) {
      return named + " is the champion: " + reason;
    }
    return trained.verdict().better()
        ? named + " is registered and passes: " + reason + wayIn(named, "")
        : named
            + " is registered, but the champion stays: "
            + reason
            + wayIn(named, " all the same");
  }

  private static String wayIn(String named, String how) {
    return "\n./flights models promote " + named + " makes it the champion" + how;
  }
}
