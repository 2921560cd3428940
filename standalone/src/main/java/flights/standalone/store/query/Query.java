package flights.standalone.store.query;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A query under way: what it holds, until when it may run, and whether anybody waits for it. */
public final class Query implements AutoCloseable {

  private static final int LOOK_EVERY = 256;
  private static final int TOO_LATE = 50;
  private static final int INTERRUPTED = 11601;

  private final QueryMemory.Share memory;
  private final List<Runnable> pauses = new ArrayList<>();
  private long deadline;
  private BooleanSupplier wanted;
  private int looks;
  private long documents;
  private long keys;

  /**
   * @param maxMillis 0 for as long as it takes
   * @param wanted whether the client is still there
   */
  public Query(QueryMemory memory, long maxMillis, BooleanSupplier wanted) {
    this.memory = memory.share();
    goOn(maxMillis, wanted);
  }

  /** As the constructor, for a further command that goes on with the query. */
  void goOn(long maxMillis, BooleanSupplier stillWanted) {
    deadline = maxMillis == 0 ? Long.MAX_VALUE : System.nanoTime() + maxMillis * 1_000_000;
    wanted = stillWanted;
    lookUp();
  }

  /** Ends the query, by an exception, when its time is over or nobody waits for it any more. */
  void look() {
    if (++looks >= LOOK_EVERY) {
      lookUp();
    }
  }

  private void lookUp() {
    looks = 0;
    if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
      throw new MongoServerError(TOO_LATE, "MaxTimeMSExpired", "operation exceeded time limit");
    }
    if (!wanted.getAsBoolean()) {
      throw new MongoServerError(INTERRUPTED, "Interrupted", "operation was interrupted");
    }
  }

  /** Throws MongoDB's error when that is too much. */
  void hold(long bytes) {
    memory.take(bytes);
  }

  void release(long bytes) {
    memory.give(bytes);
  }

  boolean holdsNothing() {
    return memory.isEmpty();
  }

  void onPause(Runnable pause) {
    pauses.add(pause);
  }

  /** Runs a part of the query, of which nothing is held open behind it. */
  void part(Runnable part) {
    int before = pauses.size();
    try {
      part.run();
    } finally {
      List<Runnable> mine = pauses.subList(before, pauses.size());
      mine.forEach(Runnable::run);
      mine.clear();
    }
  }

  /** Lets go what may only be held while a command runs. */
  public void pause() {
    pauses.forEach(Runnable::run);
  }

  void countDocument() {
    documents++;
  }

  void countKey() {
    keys++;
  }

  long documents() {
    return documents;
  }

  long keys() {
    return keys;
  }

  @Override
  public void close() {
    pause();
    memory.giveAll();
  }
}
