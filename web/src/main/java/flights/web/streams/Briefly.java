package flights.web.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read shortly before is given again, so that many who look cost little more than one. Its
 * keys have to be few: none is forgotten.
 */
final class Briefly<K, V> {

  private record Read<V>(V value, long atNanos) {}

  private final long freshNanos;
  private final Map<K, Read<V>> known = new ConcurrentHashMap<>();

  Briefly(Duration fresh) {
    freshNanos = fresh.toNanos();
  }

  /** Reads it when it was not read within that time. Nobody waits for another's reading. */
  V get(K key, Supplier<V> reader) {
    Read<V> last = known.get(key);
    if (last != null && System.nanoTime() - last.atNanos() < freshNanos) {
      return last.value();
    }
    V value = reader.get();
    known.put(key, new Read<>(value, System.nanoTime()));
    return value;
  }
}
