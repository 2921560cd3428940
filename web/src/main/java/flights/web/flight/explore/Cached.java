package flights.web.flight.explore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A list that is dear to read and changes rarely. The first who wants it waits; later it is read
 * again in the background, while the old one is given. An empty list is not kept.
 */
final class Cached<T> {

  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  private final Supplier<List<T>> reader;
  private final Executor background;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Read<T> last;

  Cached(Supplier<List<T>> reader, Executor background) {
    this.reader = reader;
    this.background = background;
  }

  List<T> get() {
    Read<T> present = last;
    if (present == null || present.list().isEmpty()) {
      return read();
    }
    if (System.nanoTime() - present.atNanos() > FRESH_NANOS && reading.compareAndSet(false, true)) {
      background.execute(this::readAgain);
    }
    return present.list();
  }

  private void readAgain() {
    try {
      read();
    } finally {
      reading.set(false);
    }
  }

  private List<T> read() {
    List<T> list = List.copyOf(reader.get());
    last = new Read<>(list, System.nanoTime());
    return list;
  }

  private record Read<T>(List<T> list, long atNanos) {}
}
