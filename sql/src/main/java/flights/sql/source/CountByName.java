package flights.sql.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/** Counts names in tasks. */
final class CountByName extends AccumulatorV2<String, Map<String, Long>> {

  private final ConcurrentHashMap<String, Long> counts = new ConcurrentHashMap<>();

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public CountByName copy() {
    CountByName copy = new CountByName();
    copy.counts.putAll(counts);
    return copy;
  }

  @Override
  public void reset() {
    counts.clear();
  }

  @Override
  public void add(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  @Override
  public void merge(AccumulatorV2<String, Map<String, Long>> other) {
    other.value().forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  @Override
  public Map<String, Long> value() {
    return counts;
  }
}
