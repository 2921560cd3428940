package flights.core.drift;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the values of a field are distributed over bins: what is between two edges, or is one of the
 * most frequent values; then all others, if it goes by values; last what is missing.
 *
 * @param edges of numbers, ascending; a bin holds its lower edge. Empty for texts
 * @param values of texts, the most frequent first. Empty for numbers
 * @param shares of the bins, together 1
 */
public record FieldShape(
    String name, List<Double> edges, List<String> values, List<Double> shares) {

  private static final int PARTS = 10;

  /** Where the most frequent values are fewer, they tell nothing: it is a name or a sentence. */
  private static final double LEAST_TOLD = 0.1;

  /** An empty bin counts as if it held so much, or one row would be infinitely surprising. */
  private static final double LEAST_SHARE = 1e-4;

  public FieldShape {
    edges = edges == null ? List.of() : List.copyOf(edges);
    values = values == null ? List.of() : List.copyOf(values);
    shares = List.copyOf(shares);
  }

  /** By tenths of the rows; empty when there is but one value. Null is what is missing. */
  public static Optional<FieldShape> ofNumbers(String name, Collection<Double> numbers) {
    List<Double> sorted = numbers.stream().filter(Objects::nonNull).sorted().toList();
    List<Double> edges =
        IntStream.range(1, PARTS)
            .mapToObj(part -> sorted.isEmpty() ? 0.0 : sorted.get(part * sorted.size() / PARTS))
            .filter(edge -> !sorted.isEmpty() && edge > sorted.get(0))
            .distinct()
            .toList();
    FieldShape shape = new FieldShape(name, edges, List.of(), List.of());
    return edges.isEmpty() ? Optional.empty() : Optional.of(shape.with(shape.sharesOf(numbers)));
  }

  /** By the ten most frequent values; empty when these are a small part of all. */
  public static Optional<FieldShape> ofTexts(String name, Collection<String> texts) {
    Map<String, Long> counts =
        texts.stream()
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> values =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(PARTS)
            .map(Map.Entry::getKey)
            .toList();
    long told = values.stream().mapToLong(counts::get).sum();
    FieldShape shape = new FieldShape(name, List.of(), values, List.of());
    return values.isEmpty() || told < LEAST_TOLD * texts.size()
        ? Optional.empty()
        : Optional.of(shape.with(shape.sharesOf(texts)));
  }

  /** The shares of the bins among other values, which may be texts, numbers or null. */
  public List<Double> sharesOf(Collection<?> others) {
    long[] counts = new long[bins()];
    others.forEach(value -> counts[bin(value)]++);
    List<Double> result = new ArrayList<>();
    for (long count : counts) {
      result.add(others.isEmpty() ? 0 : (double) count / others.size());
    }
    return result;
  }

  /**
   * The population stability index: the sum over the bins of (theirs − ours) · ln(theirs / ours).
   *
   * @param theirs as {@link #sharesOf} gives them
   */
  public double stabilityIndex(List<Double> theirs) {
    double sum = 0;
    for (int bin = 0; bin < shares.size(); bin++) {
      double here = Math.max(LEAST_SHARE, shares.get(bin));
      double there = Math.max(LEAST_SHARE, theirs.get(bin));
      sum += (there - here) * Math.log(there / here);
    }
    return sum;
  }

  @JsonIgnore
  public boolean isNumeric() {
    return values.isEmpty();
  }

  private int bins() {
    return isNumeric() ? edges.size() + 2 : values.size() + 2;
  }

  private int bin(Object value) {
    if (value == null) {
      return bins() - 1;
    }
    if (!isNumeric()) {
      int at = values.indexOf(value.toString());
      return at < 0 ? values.size() : at;
    }
    return value instanceof Number number
        ? (int) edges.stream().filter(edge -> number.doubleValue() >= edge).count()
        : bins() - 1;
  }

  private FieldShape with(List<Double> all) {
    return new FieldShape(name, edges, values, all);
  }
}
