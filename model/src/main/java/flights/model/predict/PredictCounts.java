package flights.model.predict;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How many rows predict has scored in this process, by model, and how many it could not. */
public final class PredictCounts {

  private static final ConcurrentMap<String, PredictCounts> ALL = new ConcurrentHashMap<>();

  private final LongAdder scored = new LongAdder();
  private final LongAdder notScored = new LongAdder();

  private PredictCounts() {}

  /** Rows scored, and rows that became null. */
  public record Count(long scored, long notScored) {}

  static PredictCounts of(String model) {
    return ALL.computeIfAbsent(model, name -> new PredictCounts());
  }

  void scored() {
    scored.increment();
  }

  void notScored() {
    notScored.increment();
  }

  /** By model. */
  public static Map<String, Count> now() {
    Map<String, Count> now = new TreeMap<>();
    ALL.forEach((name, it) -> now.put(name, new Count(it.scored.sum(), it.notScored.sum())));
    return now;
  }
}
