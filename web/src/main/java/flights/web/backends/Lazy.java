package flights.web.backends;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A value made at its first use; when making it fails, the next use tries again. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }

  synchronized void ifMade(Consumer<T> action) {
    if (value != null) {
      action.accept(value);
    }
  }
}
