package flights.standalone.store.query;

import java.util.Iterator;
import java.util.function.Function;

/** Makes something of each that an iterator gives. */
public record Mapped<S, T>(Iterator<S> in, Function<S, T> change) implements Iterator<T> {

  @Override
  public boolean hasNext() {
    return in.hasNext();
  }

  @Override
  public T next() {
    return change.apply(in.next());
  }
}
