package flights.trainer;

import flights.core.card.CardData;
import flights.core.registry.ModelVersion;
import flights.trainer.card.CardText;

/** What the console tells at the end. */
final class Report {

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
        + "\n"
        + verdict(trained)
        + "\nmodel card: http://%s/models/%s/%s while the web server runs, and %s/card.json"
            .formatted(web, version.name(), version.version(), version.address());
  }

  private static String leftOut(CardData data) {
    String reasons = CleanRows.words(data.dropped());
    return reasons.isEmpty() ? "" : "\nleft out of " + data.path() + ": " + reasons + "\n";
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
