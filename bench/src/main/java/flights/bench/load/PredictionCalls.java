package flights.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Asks a service for predictions by HTTP, and takes note of what becomes of each. */
public final class PredictionCalls implements AutoCloseable {

  public static final String PATH = "/flights/delays/predict/classify_realtime";

  private static final int MOST_CONNECTIONS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PollMode way;
  private final List<String> forms;
  private final HttpCalls calls;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final Map<String, Long> troubles = new TreeMap<>();

  /**
   * @param forms what is asked, one after the other and again
   */
  public PredictionCalls(URI service, PollMode way, List<String> forms) {
    this.way = way;
    this.forms = forms;
    this.calls = new HttpCalls(service, MOST_CONNECTIONS, PATIENCE);
  }

  /**
   * Returns at once.
   *
   * @param then is told of the answer, in one thread; null for nobody
   */
  public void ask(long dueNanos, Consumer<AnsweredRequest> then) {
    underWay.incrementAndGet();
    String form = forms.get(Math.floorMod(next.getAndIncrement(), forms.size()));
    calls.start(new PredictionCall(this, dueNanos, form, then));
  }

  /** Waits until all are answered, or half a minute; the number of those that are not. */
  public int settle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return underWay.get();
  }

  /** What has gone wrong, and how often. */
  public Map<String, Long> troubles() {
    synchronized (troubles) {
      return new TreeMap<>(troubles);
    }
  }

  /** Of all bodies that have gone and come. */
  public double bytesAnAnswer() {
    return (double) bytes.get() / Math.max(1, answers.get());
  }

  @Override
  public void close() {
    calls.close();
  }

  void answered() {
    answers.incrementAndGet();
    underWay.decrementAndGet();
  }

  void failed(String why) {
    synchronized (troubles) {
      troubles.merge(why, 1L, Long::sum);
    }
    underWay.decrementAndGet();
  }

  void moved(int more) {
    bytes.addAndGet(more);
  }

  HttpCalls calls() {
    return calls;
  }

  PollMode way() {
    return way;
  }
}
