package flights.standalone.store.query;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * What queries may hold in memory: each one, and all together. What is held is estimated, rather
 * too high than too low.
 */
public final class QueryMemory {

  private static final int EXCEEDED = 292;

  private final long each;
  private final long all;
  private final AtomicLong held = new AtomicLong();
  private volatile BooleanSupplier makeRoom = () -> false;

  /**
   * Bounds.
   *
   * @param each in bytes
   * @param all in bytes
   */
  public QueryMemory(long each, long all) {
    this.each = each;
    this.all = all;
  }

  /** 64 MB for one query, and a quarter of the heap for all. */
  public static QueryMemory usual() {
    return new QueryMemory(64 << 20, quarterOfHeap());
  }

  public static long quarterOfHeap() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  /** What is tried before a query is refused because others hold too much; true when it helped. */
  void makeRoomBy(BooleanSupplier way) {
    makeRoom = way;
  }

  /** What one query holds; for one thread at a time. */
  final class Share {

    private long mine;

    void take(long bytes) {
      if (mine + bytes > each) {
        throw exceeded("more than the " + each + " bytes that one query may hold");
      }
      while (held.addAndGet(bytes) > all) {
        held.addAndGet(-bytes);
        if (!makeRoom.getAsBoolean()) {
          throw exceeded("more than the " + all + " bytes that all queries together may hold");
        }
      }
      mine += bytes;
    }

    void give(long bytes) {
      mine -= bytes;
      held.addAndGet(-bytes);
    }

    void giveAll() {
      give(mine);
    }

    boolean isEmpty() {
      return mine == 0;
    }
  }

  Share share() {
    return new Share();
  }

  /** The error of a query that needs too much. */
  public static MongoServerError exceeded(String what) {
    return new MongoServerError(
        EXCEEDED,
        "QueryExceededMemoryLimitNoDiskUseAllowed",
        "The query needs "
            + what
            + ": ask for less ($match first, $limit after $sort, fewer groups), create an index for"
            + " the sort, or raise FLIGHTS_STORE_QUERY_MEMORY");
  }
}
