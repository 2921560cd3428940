package flights.standalone.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Reads ahead a few at a time, and then lets go what keeps old states of the file: whoever takes
 * them may stop without a word.
 */
final class InParts<T> implements Iterator<T> {

  private static final int AT_ONCE = 64;

  private final Queue<T> read = new ArrayDeque<>();
  private final Iterator<T> all;
  private final Runnable pause;

  /** Most take one. */
  private int next = 1;

  InParts(Iterator<T> all, Runnable pause) {
    this.all = all;
    this.pause = pause;
    pause.run();
  }

  @Override
  public boolean hasNext() {
    if (read.isEmpty()) {
      while (read.size() < next && all.hasNext()) {
        read.add(all.next());
      }
      next = AT_ONCE;
      pause.run();
    }
    return !read.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return read.remove();
  }
}
