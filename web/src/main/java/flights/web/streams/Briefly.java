package flights.web.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read a moment ago is given again, so that many who look cost little more than one. Its
 * keys have to be few: none is forgotten.
 */
final class Briefly<K, V> {

  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private record Read<V>(V value, long atNanos) {}

  private final Map<K, Read<V>> known = new ConcurrentHashMap<>();

  /** Reads it when it is not known from the last second. Nobody waits for another's reading. */
  V get(K key, Supplier<V> reader) {
    Read<V> last = known.get(key);
    if (last != null && System.nanoTime() - last.atNanos() < FRESH_NANOS) {
      return last.value();
    }
    V value = reader.get();
    known.put(key, new Read<>(value, System.nanoTime()));
    return value;
  }
}
