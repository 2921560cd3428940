package flights.web.models;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.drift.FieldShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How far what was asked lately is from what a model has learnt from.
 *
 * @param asked how many requests were looked at
 * @param shifts a field each, the one that has moved most first
 */
public record Drift(int asked, List<Shift> shifts) {

  /** Of fewer, chance alone makes the index large. */
  private static final int ENOUGH = 200;

  private static final double SHIFTING = 0.1;
  private static final double SHIFTED = 0.25;

  /**
   * A field.
   *
   * @param index the population stability index; null when no request tells the field
   * @param most the bin that has moved most, in words
   * @param learnt its share among the rows that the model has learnt from
   * @param asked its share among the requests
   */
  public record Shift(String field, Double index, String most, double learnt, double asked) {

    /** As people who watch models say. */
    public String words() {
      if (index == null) {
        return "never told";
      }
      return index < SHIFTING ? "stable" : index <= SHIFTED ? "shifting" : "shifted";
    }
  }

  static Drift of(List<FieldShape> shapes, List<JsonNode> requests) {
    return new Drift(
        requests.size(),
        shapes.stream()
            .map(shape -> shift(shape, requests))
            .sorted(
                Comparator.comparing(Shift::index, Comparator.nullsFirst(naturalOrder()))
                    .reversed())
            .toList());
  }

  /** Whether the figures tell anything. */
  public boolean enough() {
    return asked >= ENOUGH;
  }

  private static Shift shift(FieldShape shape, List<JsonNode> requests) {
    List<Object> values = new ArrayList<>();
    requests.forEach(request -> values.add(value(request.path(shape.name()))));
    List<Double> asked = shape.sharesOf(values);
    int most =
        IntStream.range(0, asked.size())
            .boxed()
            .max(Comparator.comparing(bin -> Math.abs(asked.get(bin) - shape.shares().get(bin))))
            .orElseThrow();
    return new Shift(
        shape.name(),
        isTold(values) ? shape.stabilityIndex(asked) : null,
        words(shape, most),
        shape.shares().get(most),
        asked.get(most));
  }

  /** A field that may be left out, such as the timetable's times, has not moved when it is. */
  private static boolean isTold(List<Object> values) {
    return values.isEmpty() || values.stream().anyMatch(Objects::nonNull);
  }

  private static Object value(JsonNode node) {
    return node.isNumber() ? (Object) node.doubleValue() : node.isTextual() ? node.asText() : null;
  }

  private static String words(FieldShape shape, int bin) {
    if (bin == shape.shares().size() - 1) {
      return "not told";
    }
    if (!shape.isNumeric()) {
      return bin == shape.values().size() ? "any other" : shape.values().get(bin);
    }
    List<Double> edges = shape.edges();
    if (bin == 0) {
      return "under " + number(edges.get(0));
    }
    return bin == edges.size()
        ? number(edges.get(bin - 1)) + " and over"
        : number(edges.get(bin - 1)) + " to " + number(edges.get(bin));
  }

  private static String number(double value) {
    String text = String.format(Locale.US, "%,.1f", value);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('-', '−');
  }
}
