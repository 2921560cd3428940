package flights.trainer.card;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a model comes from, as the list of its page. */
final class CardFacts {

  private CardFacts() {}

  static String of(ModelCard card) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Trained", card.trainedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("Commit", card.commit());
    facts.put("Seed", Long.toString(card.seed()));
    facts.put("Verdict", card.verdict());
    CardData data = card.data();
    if (data != null) {
      facts.put("Data", data.path());
      facts.put("Format", data.format());
      facts.put("Rows", Figures.count(data.rows()));
      facts.put("Period", period(data));
      facts.put("Left out", dropped(data));
    }
    return facts.entrySet().stream()
        .filter(fact -> fact.getValue() != null)
        .map(
            fact -> "<dt>" + fact.getKey() + "</dt><dd>" + Html.escape(fact.getValue()) + "</dd>\n")
        .collect(Collectors.joining());
  }

  private static String period(CardData data) {
    return data.from() == null || data.to() == null ? null : data.from() + " to " + data.to();
  }

  private static String dropped(CardData data) {
    return data.dropped().isEmpty()
        ? null
        : data.dropped().entrySet().stream()
            .map(reason -> Figures.count(reason.getValue()) + " " + reason.getKey())
            .collect(Collectors.joining(", "));
  }
}
