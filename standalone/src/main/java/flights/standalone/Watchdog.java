package flights.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a process again that runs and answers nobody. One that starts has more time; one that has
 * ended is none of its business.
 */
final class Watchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** After a stop of the whole machine, or of this process, the first question may be lost. */
  private static final int LEAST_QUESTIONS = 3;

  /** Whether a process answers; takes a few seconds at most. */
  interface Question {
    boolean isAnswered(long pid) throws InterruptedException;
  }

  /**
   * How long a process may be silent.
   *
   * @param starting until its first answer
   * @param between two questions
   */
  record Limits(Duration silent, Duration starting, Duration between) {

    static final Limits USUAL =
        new Limits(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(5));
  }

  private final Child child;
  private final Question question;
  private final Limits limits;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long pid;
  private boolean hasAnswered;
  private long lastAnswerNanos;
  private int unanswered;

  private Watchdog(Child child, Question question, Limits limits) {
    this.child = child;
    this.question = question;
    this.limits = limits;
  }

  static Watchdog start(Child child, Question question, Limits limits) {
    Watchdog watchdog = new Watchdog(child, question, limits);
    Thread thread = new Thread(watchdog::run, "watchdog-" + child.name());
    thread.setDaemon(true);
    thread.start();
    return watchdog;
  }

  /** Returns at once. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void run() {
    try {
      while (!closed.await(limits.between.toMillis(), TimeUnit.MILLISECONDS)) {
        child.running().ifPresent(process -> begin(process.pid()));
        if (child.running().isPresent()) {
          look();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAnswered() throws InterruptedException {
    try {
      return question.isAnswered(pid);
    } catch (RuntimeException e) {
      LOG.debug("{} cannot be asked", child.name(), e);
      return false;
    }
  }

  private void begin(long running) {
    if (running != pid) {
      pid = running;
      hasAnswered = false;
      answered();
    }
  }

  private void answered() {
    lastAnswerNanos = System.nanoTime();
    unanswered = 0;
  }

  private void look() throws InterruptedException {
    if (isAnswered()) {
      hasAnswered = true;
      answered();
      return;
    }
    unanswered++;
    Duration limit = hasAnswered ? limits.silent : limits.starting;
    boolean silent = System.nanoTime() - lastAnswerNanos >= limit.toNanos();
    if (silent && unanswered >= LEAST_QUESTIONS && closed.getCount() > 0) {
      LOG.warn("{} has answered nobody for {} s: ending it", child.name(), limit.toSeconds());
      child.restart(pid, "answered nobody for " + limit.toSeconds() + " s");
    }
  }
}
