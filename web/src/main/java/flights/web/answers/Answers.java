package flights.web.answers;

import com.fasterxml.jackson.databind.JsonNode;
import flights.web.backends.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The predictor's answers, as soon as they are there: heard on Kafka, or found in the store. Holds
 * no thread for one who waits.
 */
public final class Answers implements AutoCloseable {

  /** What a slow machine answers in a fifth of a second, and what then is too late. */
  private static final int MANY = 250;

  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  private final PendingAnswers waiting = new PendingAnswers();
  private final AnswerSource source;
  private final RecentAnswers recent;
  private final RequestTracker tracker;
  private final AnswerListener listener;
  private final StorePoller poller;
  private final Executor executor;
  private volatile boolean closed;

  /**
   * @param executor where those who wait go on
   * @param witness is shown everything that is heard, in the listening thread
   */
  public Answers(
      AnswerSource source,
      Backends backends,
      Executor executor,
      Consumer<ConsumerRecord<String, byte[]>> witness) {
    this.source = source;
    this.recent = new RecentAnswers(source);
    this.tracker = new RequestTracker(source);
    this.listener =
        new AnswerListener(
            backends.kafka(),
            source,
            waiting,
            witness.andThen(recent::hear).andThen(tracker::hear));
    this.poller = new StorePoller(new StoredAnswers(backends::store, source));
    this.executor = executor;
  }

  public void start() {
    listener.start();
    poller.start();
  }

  /** The answer, or after the given time one that says to wait. With no time: what is there now. */
  public CompletableFuture<Answer> await(String id, Duration patience) {
    return next(id, patience).thenApplyAsync(Function.identity(), executor);
  }

  /** The same, for who goes on elsewhere: it is completed by those who bring answers. */
  public CompletableFuture<Answer> next(String id, Duration patience) {
    if (closed) {
      return CompletableFuture.completedFuture(Answer.waiting(id));
    }
    PendingAnswer pending = waiting.add(id, patience);
    Optional<Answer> heard = heard(id);
    if (heard.isPresent()) {
      pending.answer().complete(heard.get());
    } else {
      lookLater(pending, patience);
    }
    return pending.answer();
  }

  /** To be called before a request is sent: its answer will pass on Kafka. */
  public void expect(String id) {
    tracker.expect(id);
  }

  /**
   * Whether more is asked than is answered: many wait, and the answers that come are late. When
   * none come at all there is nothing to be gained by asking less.
   */
  public boolean areBehind() {
    return waiting.size() > MANY && tracker.tookNanos() > LATE_NANOS;
  }

  /** The latest predictions of all, the last first. */
  public <T> List<T> recent(Class<T> type) {
    return recent.latest(type);
  }

  /** What was asked tracker and answered, up to a thousand. */
  public List<JsonNode> asked() {
    return recent.all();
  }

  /** How many ids are waited for. */
  public int waitedFor() {
    return waiting.size();
  }

  /** Tells everybody who waits to come again. */
  @Override
  public void close() {
    closed = true;
    waiting.dismissAll();
    listener.close();
    poller.close();
  }

  /** In the store: at once for who does not wait, and else when it has not passed on Kafka. */
  private void lookLater(PendingAnswer pending, Duration patience) {
    if (!patience.isZero() && tracker.isExpected(pending.id())) {
      pending.putOff(RequestTracker.EXPECTED_NANOS);
    }
    poller.add(pending);
  }

  private Optional<Answer> heard(String id) {
    try {
      return tracker.heard(id).map(message -> source.heard(id, message));
    } catch (IllegalArgumentException e) {
      // Not one of ours; the store tells what there is.
      return Optional.empty();
    }
  }
}
