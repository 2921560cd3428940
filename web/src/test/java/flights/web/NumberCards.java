package flights.web;

import flights.core.card.AnswerFields;
import flights.core.card.CardData;
import flights.core.card.CardFeature;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.ErrorBin;
import flights.core.card.Evaluation;
import flights.core.card.FeatureWeight;
import flights.core.card.FittedStage;
import flights.core.card.GroupScore;
import flights.core.card.ModelCard;
import flights.core.card.QuantileField;
import flights.core.card.QuantileScore;
import flights.core.card.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cards of models of numbers, with made-up figures. */
final class NumberCards {

  private NumberCards() {}

  static ModelCard of(Task task) {
    boolean hasQuantiles = task == Task.QUANTILE;
    String metric = hasQuantiles ? "pinball" : "rmse";
    return new ModelCard(
        hasQuantiles ? "quantiles" : "numbers",
        "1",
        Instant.parse("2026-01-01T00:00:00Z"),
        "5c6e2cf",
        42,
        task,
        "price",
        "kEUR",
        new CardData("rows.csv", List.of(), "csv", 900, null, null, Map.of(), List.of(), List.of()),
        List.of(new CardFeature("size")),
        List.of(
            new CardSplit(
                "random split",
                "tested on 20% of the rows",
                "1-1",
                new CardTrial("this model", null, evaluation(metric, 12.5, hasQuantiles)),
                List.of(),
                List.of(new CardTrial("mean", null, evaluation(metric, 40.25, hasQuantiles))))),
        List.of(),
        List.of(trees(), line()),
        new AnswerFields(
            null,
            hasQuantiles ? null : "Price",
            hasQuantiles
                ? List.of(new QuantileField(0.1, "Low"), new QuantileField(0.9, "High"))
                : List.of()),
        "the first version",
        true,
        null,
        null,
        List.of());
  }

  private static Evaluation evaluation(String metric, double value, boolean hasQuantiles) {
    return new Evaluation(
        180,
        Map.of(metric, value),
        null,
        null,
        null,
        IntStream.range(0, 10)
            .mapToObj(i -> new ErrorBin(100 * i, 100 * i + 99, 18, i - 4, -8 - i, 0.5, 9 + i))
            .toList(),
        hasQuantiles
            ? List.of(new QuantileScore(0.1, 1.5, 0.12), new QuantileScore(0.9, 1.75, 0.93))
            : List.of(),
        Map.of("town", List.of(new GroupScore("Bonn", 80, Map.of(metric, 9.0)))));
  }

  private static FittedStage trees() {
    return new FittedStage(
        "RandomForestRegressionModel",
        2,
        List.of(
            new FeatureWeight("size", List.of(0.75)), new FeatureWeight("rooms", List.of(0.25))),
        null,
        null,
        "If (feature 0 <= 5)\n Predict: 1\n" + "Else (feature 0 > 5)\n Predict: 2\n".repeat(40),
        "Cut after 20,000 characters, in 3 of 50 trees");
  }

  private static FittedStage line() {
    return new FittedStage(
        "LinearRegressionModel",
        300,
        null,
        List.of(
            new FeatureWeight("size", List.of(3.25)), new FeatureWeight("rooms", List.of(-0.5))),
        List.of(17.0),
        null,
        null);
  }
}
