package flights.bench.questions;

import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What tells one long answer from another without keeping it.
 *
 * @param hash of all
 * @param sample the first ones, as text
 */
record Fingerprint(long count, long hash, List<String> sample) {

  private static final int SAMPLE = 300;

  static Fingerprint inOrder(Iterator<?> values) {
    List<String> sample = new ArrayList<>();
    long count = 0;
    long hash = 0;
    for (; values.hasNext(); count++) {
      String text = text(values.next());
      hash = 31 * hash + hash(text);
      if (sample.size() < SAMPLE) {
        sample.add(text);
      }
    }
    return new Fingerprint(count, hash, sample);
  }

  static Fingerprint inAnyOrder(Iterator<?> values) {
    TreeSet<String> sample = new TreeSet<>();
    long count = 0;
    long hash = 0;
    for (; values.hasNext(); count++) {
      String text = text(values.next());
      hash += hash(text);
      sample.add(text);
      if (sample.size() > SAMPLE) {
        sample.pollLast();
      }
    }
    return new Fingerprint(count, hash, List.copyOf(sample));
  }

  /** Tells types apart, and the order of fields too. */
  static String text(Object value) {
    if (value instanceof Map<?, ?> document) {
      return document.entrySet().stream()
          .map(field -> field.getKey() + ": " + text(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Fingerprint::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof String) {
      return "'" + value + "'";
    }
    return value instanceof Date date
        ? date.toInstant().toString()
        : value + (value instanceof Long ? "L" : "");
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = 0x100000001b3L * (hash ^ text.charAt(i));
    }
    return hash ^ hash >>> 29;
  }
}
