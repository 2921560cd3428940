package flights.bench.questions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import flights.flight.Prediction;
import flights.flight.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** The predictions that are in the store, for answers that are found without it. */
final class Samples {

  private final List<Prediction> all;

  Samples(int count) {
    all = IntStream.range(0, count).parallel().mapToObj(SamplePredictions::of).toList();
  }

  int size() {
    return all.size();
  }

  Stream<Prediction> all() {
    return all.stream();
  }

  Stream<Prediction> such(Predicate<Prediction> condition) {
    return all().filter(condition);
  }

  /** As they are stored, in the order in which they were. */
  Stream<Document> documents(Predicate<Prediction> condition) {
    return IntStream.range(0, size())
        .filter(index -> condition.test(all.get(index)))
        .mapToObj(SamplePredictions::document);
  }

  Stream<Document> sorted(Predicate<Prediction> condition, Comparator<Prediction> order) {
    return IntStream.range(0, size())
        .filter(index -> condition.test(all.get(index)))
        .boxed()
        .sorted((a, b) -> order.compare(all.get(a), all.get(b)))
        .map(SamplePredictions::document);
  }

  static <K> Map<K, Long> counts(Stream<Prediction> of, Function<Prediction, K> key) {
    return of.collect(groupingBy(key, TreeMap::new, counting()));
  }

  /** As `{$sort: {count: -1, _id: 1}}` sorts them. */
  static <K extends Comparable<K>> Stream<Map.Entry<K, Long>> most(Map<K, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
  }

  static String id(Prediction of) {
    return of.request().uuid();
  }

  static String carrier(Prediction of) {
    return of.request().carrier();
  }

  static String route(Prediction of) {
    return of.request().route();
  }

  static String origin(Prediction of) {
    return of.request().origin();
  }

  static boolean departs(Prediction of, String origin) {
    return origin(of).equals(origin);
  }

  static boolean arrives(Prediction of, String... destinations) {
    return List.of(destinations).contains(of.request().dest());
  }

  static boolean flies(Prediction of, String... carriers) {
    return List.of(carriers).contains(carrier(of));
  }

  static boolean isOfTheDay(Prediction of) {
    return of.request().flightDate().toString().equals(SimpleQuestions.DAY);
  }

  static boolean tells(Prediction of, Predicate<Reason> condition) {
    return of.reasons().stream().anyMatch(condition);
  }
}
