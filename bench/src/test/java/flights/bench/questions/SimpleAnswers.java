package flights.bench.questions;

import static flights.bench.questions.Expected.inAnyOrder;
import static flights.bench.questions.Expected.inOrder;
import static flights.bench.questions.Expected.such;
import static flights.bench.questions.Samples.arrives;
import static flights.bench.questions.Samples.carrier;
import static flights.bench.questions.Samples.departs;
import static flights.bench.questions.Samples.flies;
import static flights.bench.questions.Samples.route;
import static flights.bench.questions.Samples.tells;
import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;
import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.Prediction;
import flights.flight.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;

/** What must come of {@link SimpleQuestions}. */
record SimpleAnswers(Samples samples) {

  private static final Comparator<Prediction> LATEST_DEPARTURE =
      comparing(
              (Prediction it) -> it.request().depDelay(),
              nullsFirst(Comparator.<Double>naturalOrder()).reversed())
          .thenComparing(Samples::id);

  Map<String, Expected> byName() {
    return Map.ofEntries(
        Map.entry("count, estimated", count(it -> true)),
        Map.entry("count of all", count(it -> true)),
        Map.entry("count of one bucket", count(it -> it.prediction() == 3)),
        Map.entry("count between two dates", count(SimpleAnswers::isFromOneToFour)),
        Map.entry("count of a text within an array", count(it -> tells(it, SimpleAnswers::isRest))),
        Map.entry(
            "count by $elemMatch",
            count(it -> tells(it, reason -> isRest(reason) && reason.minutes() >= 5))),
        Map.entry(
            "count of what lacks a field",
            count(it -> it.request().depDelay() == null || it.request().flightNum() == null)),
        Map.entry("count by $regex", count(it -> route(it).startsWith("JFK-S"))),
        Map.entry(
            "find by id", inOrder(() -> Stream.of(SamplePredictions.document(samples.size() / 2)))),
        Map.entry("find by one field", found(Samples::isOfTheDay)),
        Map.entry("find by two fields", found(it -> departs(it, "JFK") && arrives(it, "PDX"))),
        Map.entry("find by $or, $in, $nin and ranges", found(SimpleAnswers::isOneOrTheOther)),
        Map.entry("find by an array's first element", found(SimpleAnswers::isVeryLate)),
        Map.entry("find some fields", inAnyOrder(this::someFields)),
        Map.entry("find all but some fields", inAnyOrder(this::fewerFields)),
        Map.entry(
            "sort and limit",
            inOrder(
                () ->
                    samples
                        .sorted(it -> true, comparing(Prediction::scoredAt).reversed())
                        .limit(20))),
        Map.entry(
            "sort, skip and limit",
            inOrder(
                () ->
                    samples
                        .sorted(it -> it.prediction() == 3, LATEST_DEPARTURE)
                        .skip(50)
                        .limit(20))),
        Map.entry(
            "sort of all", inOrder(() -> samples.sorted(it -> true, LATEST_DEPARTURE)).orRefused()),
        Map.entry("all, through a cursor", found(it -> true)),
        Map.entry(
            "skip of five sixths, by id",
            inOrder(
                () ->
                    samples
                        .sorted(it -> true, comparing(Samples::id))
                        .skip(samples.size() / 6 * 5L)
                        .limit(10))),
        Map.entry(
            "distinct, few values",
            inAnyOrder(() -> samples.all().map(Samples::carrier).distinct())),
        Map.entry("distinct within arrays, with a filter", inAnyOrder(this::textsOfHawaiian)),
        Map.entry(
            "distinct, all values", inAnyOrder(() -> samples.all().map(Samples::id)).orRefused()),
        Map.entry("explain", such(this::tellsOfPlanAndCount)));
  }

  private Expected count(Predicate<Prediction> condition) {
    return inOrder(() -> Stream.of(samples.such(condition).count()));
  }

  private Expected found(Predicate<Prediction> condition) {
    return inAnyOrder(() -> samples.documents(condition));
  }

  private static boolean isFromOneToFour(Prediction it) {
    return !it.scoredAt().isBefore(Instant.parse("2026-11-01T01:00:00Z"))
        && it.scoredAt().isBefore(Instant.parse("2026-11-01T04:00:00Z"));
  }

  private static boolean isRest(Reason reason) {
    return reason.text().equals("all else");
  }

  private static boolean isOneOrTheOther(Prediction it) {
    Double delay = it.request().depDelay();
    double miles = it.request().distance();
    return (flies(it, "HA", "OO") && delay != null && delay > 120)
        || (miles >= 3_000 && miles < 4_000 && !flies(it, "UA", "B6"));
  }

  private static boolean isVeryLate(Prediction it) {
    Double minutes = it.reasons().get(0).minutes();
    return minutes != null && minutes >= 200;
  }

  private Stream<Document> someFields() {
    return samples
        .such(it -> flies(it, "HA"))
        .map(
            it ->
                new Document("Route", route(it))
                    .append("Prediction", it.prediction())
                    .append("Reasons", texts(it)));
  }

  private Stream<Document> fewerFields() {
    return samples
        .documents(it -> flies(it, "HA"))
        .peek(it -> it.remove("Probabilities"))
        .peek(it -> it.getList("Reasons", Map.class).forEach(reason -> reason.remove("Minutes")));
  }

  private static List<Document> texts(Prediction of) {
    return of.reasons().stream().map(reason -> new Document("Text", reason.text())).toList();
  }

  private Stream<String> textsOfHawaiian() {
    return samples
        .such(it -> carrier(it).equals("HA"))
        .flatMap(it -> it.reasons().stream())
        .map(Reason::text)
        .distinct();
  }

  private void tellsOfPlanAndCount(List<Object> answer) {
    Document explained = (Document) answer.get(0);
    assertThat(explained.get("queryPlanner", Document.class)).containsKey("winningPlan");
    assertThat(explained.getEmbedded(List.of("executionStats", "nReturned"), Number.class))
        .extracting(Number::longValue)
        .isEqualTo(samples.such(it -> flies(it, "HA")).count());
  }
}
