package flights.bench.questions;

import static flights.bench.questions.Expected.inAnyOrder;
import static flights.bench.questions.Expected.inOrder;
import static flights.bench.questions.Expected.such;
import static flights.bench.questions.Samples.arrives;
import static flights.bench.questions.Samples.carrier;
import static flights.bench.questions.Samples.counts;
import static flights.bench.questions.Samples.departs;
import static flights.bench.questions.Samples.flies;
import static flights.bench.questions.Samples.id;
import static flights.bench.questions.Samples.most;
import static flights.bench.questions.Samples.route;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.Prediction;
import flights.flight.Reason;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** What must come of {@link Aggregations}. */
record AggregatedAnswers(Samples samples) {

  private static final int LARGE = 80_000;

  Map<String, Expected> byName() {
    Expected pushed =
        inOrder(() -> Stream.of(new Document("_id", null).append("n", samples.size())));
    return Map.ofEntries(
        Map.entry("group by carrier: $sum, $avg, $min, $max", inAnyOrder(this::sums)),
        Map.entry("match, group by two fields, sort, limit", inOrder(this::latestRoutes)),
        Map.entry(
            "group: $push and $addToSet",
            inAnyOrder(() -> byCarrier(Samples::isOfTheDay, this::pushed))),
        Map.entry(
            "group: $first and $last of what is sorted",
            inAnyOrder(
                () ->
                    byCarrier(
                        it -> departs(it, "JFK") && it.prediction() == 3, this::firstAndLast))),
        Map.entry(
            "group by id",
            inAnyOrder(() -> samples.all().map(it -> counted(id(it), 1))).orRefused()),
        Map.entry(
            "group of all that there is, pushed whole",
            samples.size() < LARGE ? pushed.orRefused() : pushed.refused()),
        Map.entry("project with expressions", inAnyOrder(this::expressions)),
        Map.entry("add a field, group by day", inOrder(this::days)),
        Map.entry("unwind the reasons, group", inOrder(this::texts)),
        Map.entry(
            "lookup by id, group",
            inAnyOrder(
                () -> named(counts(samples.all(), it -> SampleNames.CARRIERS.get(carrier(it)))))),
        Map.entry("lookup by another field", inAnyOrder(this::lookedUp)),
        Map.entry("buckets", inOrder(this::buckets)),
        Map.entry(
            "facet of three: $sortByCount, $match, $count", inOrder(() -> Stream.of(facets()))),
        Map.entry("sample", such(this::areDifferentAndTrue)),
        Map.entry(
            "out into a collection",
            inAnyOrder(
                () ->
                    most(counts(samples.all(), Samples::route))
                        .limit(50)
                        .map(AggregatedAnswers::counted))),
        Map.entry(
            "aggregate: sort of all",
            inOrder(
                    () ->
                        samples.sorted(
                            it -> true,
                            comparing(Prediction::expectedArrDelay).thenComparing(Samples::id)))
                .orRefused()));
  }

  private Stream<Document> sums() {
    return byCarrier(
        it -> true,
        flights -> {
          DoubleSummaryStatistics delays =
              flights.stream()
                  .map(it -> it.request().depDelay())
                  .filter(Objects::nonNull)
                  .collect(Collectors.summarizingDouble(it -> it));
          return new Document("flights", flights.size())
              .append("miles", miles(flights))
              .append("delay", delays.getSum() / delays.getCount())
              .append("least", delays.getMin())
              .append("most", delays.getMax());
        });
  }

  private Stream<Document> latestRoutes() {
    Stream<Prediction> late = samples.such(it -> it.prediction() == 3);
    return most(counts(late, Samples::route))
        .limit(10)
        .map(
            it ->
                new Document(
                        "_id",
                        new Document("from", it.getKey().substring(0, 3))
                            .append("to", it.getKey().substring(4)))
                    .append("late", it.getValue().intValue()));
  }

  private Document pushed(List<Prediction> flights) {
    long origins = flights.stream().map(Samples::origin).distinct().count();
    return new Document("ids", flights.stream().map(Samples::id).toList())
        .append("origins", (int) origins);
  }

  private Document firstAndLast(List<Prediction> flights) {
    return new Document("first", id(flights.get(0)))
        .append("last", id(flights.get(flights.size() - 1)));
  }

  private Stream<Document> expressions() {
    return samples.such(it -> flies(it, "HA")).map(AggregatedAnswers::expressions);
  }

  private static Document expressions(Prediction of) {
    Double delay = of.request().depDelay();
    long told =
        of.reasons().stream().filter(it -> it.minutes() != null && it.minutes() > 0).count();
    return new Document("_id", id(of))
        .append("Route", route(of))
        .append("hour", of.scoredAt().atOffset(ZoneOffset.UTC).getHour())
        .append("gained", delay == null ? null : delay - of.expectedArrDelay())
        .append("name", "HA " + Objects.requireNonNullElse(of.request().flightNum(), "?"))
        .append("late", of.prediction() >= 2 ? "yes" : "no")
        .append("likely", Collections.max(of.probabilities()))
        .append("told", (int) told);
  }

  private Stream<Document> days() {
    return named(counts(samples.all(), it -> it.scoredAt().toString().substring(0, 10)));
  }

  private Stream<Document> texts() {
    Map<String, Long> counts =
        samples
            .all()
            .flatMap(it -> it.reasons().stream())
            .collect(groupingBy(Reason::text, Collectors.counting()));
    return most(counts).limit(20).map(AggregatedAnswers::counted);
  }

  private Stream<Document> lookedUp() {
    return samples
        .such(Samples::isOfTheDay)
        .map(
            it ->
                new Document("_id", id(it))
                    .append(
                        "carrier",
                        List.of(new Document("Name", SampleNames.CARRIERS.get(carrier(it))))));
  }

  private Stream<Document> buckets() {
    Map<Integer, List<Prediction>> buckets =
        samples
            .all()
            .collect(groupingBy(AggregatedAnswers::bucket, TreeMap::new, Collectors.toList()));
    return buckets.entrySet().stream()
        .map(
            it ->
                new Document("_id", it.getKey() == 600 ? "not known" : it.getKey())
                    .append("n", it.getValue().size())
                    .append("miles", miles(it.getValue())));
  }

  private static Integer bucket(Prediction of) {
    Double delay = of.request().depDelay();
    return delay == null ? 600 : delay < 0 ? -60 : delay < 15 ? 0 : delay < 60 ? 15 : 60;
  }

  private Document facets() {
    Stream<Map.Entry<String, Long>> origins = most(counts(samples.all(), Samples::origin));
    Stream<Document> latest =
        samples
            .sorted(it -> it.prediction() == 3, comparing(Prediction::scoredAt).reversed())
            .limit(3);
    int pacific = (int) samples.such(it -> arrives(it, "HNL", "ANC")).count();
    return new Document(
            "origins",
            origins
                .map(
                    it ->
                        new Document("_id", it.getKey()).append("count", it.getValue().intValue()))
                .toList())
        .append(
            "latest",
            latest
                .map(it -> new Document("_id", it.get("_id")).append("Route", it.get("Route")))
                .toList())
        .append("pacific", List.of(new Document("n", pacific)));
  }

  private void areDifferentAndTrue(List<Object> sample) {
    assertThat(sample).hasSize(Math.min(Aggregations.SAMPLE, samples.size()));
    HashSet<Object> ids = new HashSet<>();
    sample.forEach(it -> ids.add(((Document) it).get("_id")));
    assertThat(ids).hasSize(sample.size());
    assertThat(samples.documents(it -> ids.contains(id(it))).map(Fingerprint::text))
        .containsExactlyInAnyOrderElementsOf(sample.stream().map(Fingerprint::text).toList());
  }

  private Stream<Document> byCarrier(
      Predicate<Prediction> condition, Function<List<Prediction>, Document> answer) {
    return samples.such(condition).collect(groupingBy(Samples::carrier)).entrySet().stream()
        .map(
            it -> {
              Document document = new Document("_id", it.getKey());
              document.putAll(answer.apply(it.getValue()));
              return document;
            });
  }

  private static double miles(List<Prediction> flights) {
    return flights.stream().mapToDouble(it -> it.request().distance()).sum();
  }

  private static Stream<Document> named(Map<String, Long> counts) {
    return counts.entrySet().stream().map(AggregatedAnswers::counted);
  }

  private static Document counted(Map.Entry<String, Long> entry) {
    return counted(entry.getKey(), entry.getValue().intValue());
  }

  private static Document counted(String id, int n) {
    return new Document("_id", id).append("n", n);
  }
}
