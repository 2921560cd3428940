package flights.bench;

import flights.bench.load.AnsweredRequest;
import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.PollMode;
import flights.bench.load.PredictionCalls;
import flights.bench.report.Findings;
import flights.core.settings.Settings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Requests by HTTP under one load, from the warm-up to the last answer. */
final class WebRound {

  private static final String LIMITED = "answered with 429";

  private final Settings settings;
  private final WebTarget target;
  private final PollMode way;
  private final Consumer<AnsweredRequest> witness;
  private final Latencies answers = new Latencies();
  private final Latencies accepted = new Latencies();
  private final AtomicLong asked = new AtomicLong();
  private volatile long startNanos;
  private Cost cost;
  private Map<String, Long> troubles;
  private int lost;
  private double bytes;
  private double seconds;

  WebRound(Settings settings, WebTarget target, PollMode way) {
    this(settings, target, way, asked -> {});
  }

  /**
   * @param witness is shown each answer that counts, in the thread that reads them
   */
  WebRound(Settings settings, WebTarget target, PollMode way, Consumer<AnsweredRequest> witness) {
    this.settings = settings;
    this.target = target;
    this.way = way;
    this.witness = witness;
  }

  /** At a steady rate, whatever becomes of the answers. */
  void run(Pace pace) {
    during(
        asks ->
            pace.keep(
                (due, measured) -> {
                  if (measured && startNanos == 0) {
                    begin();
                  }
                  ask(asks, due, measured ? this::take : null);
                }));
  }

  /** So many clients, each of which asks again as soon as it is answered; the answers a second. */
  double saturate(int clients, int warmup, int duration) {
    long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmup);
    long end = warm + TimeUnit.SECONDS.toNanos(duration);
    during(
        asks -> {
          for (int i = 0; i < clients; i++) {
            askAgain(asks, end);
          }
          sleepUntil(warm);
          begin();
          sleepUntil(end);
        });
    return answers.count() / seconds;
  }

  Latencies answers() {
    return answers;
  }

  Latencies accepted() {
    return accepted;
  }

  void tell(Findings findings, String group) {
    findings.figure(group, "asked", (double) asked.get(), "");
    findings.figure(group, "answered", (double) answers.count(), "");
    findings.figure(group, "rate", answers.count() / seconds, "a second");
    answers.tell(findings, group);
    findings.figure(group, "accepted p50", accepted.percentile(50), "ms");
    findings.figure(group, "accepted p99", accepted.percentile(99), "ms");
    findings.figure(group, "bodies of HTTP an answer", bytes, "bytes");
    if (cost != null) {
      cost.tell(findings, group, Math.max(1, answers.count()));
    }
    complain(findings);
  }

  private void during(Consumer<PredictionCalls> load) {
    try (PredictionCalls asks =
        new PredictionCalls(target.service(), way, SampleRequests.forms(42))) {
      load.accept(asks);
      lost = asks.settle();
      seconds = (System.nanoTime() - startNanos) / 1e9;
      if (cost != null) {
        cost.end();
      }
      troubles = asks.troubles();
      bytes = asks.bytesAnAnswer();
    }
  }

  private void begin() {
    startNanos = System.nanoTime();
    cost = target.own() ? Cost.from(settings) : null;
  }

  private void ask(PredictionCalls asks, long due, Consumer<AnsweredRequest> then) {
    if (startNanos != 0) {
      asked.incrementAndGet();
    }
    asks.ask(due, then);
  }

  private void askAgain(PredictionCalls asks, long end) {
    boolean counts = startNanos != 0;
    ask(
        asks,
        System.nanoTime(),
        answer -> {
          if (counts) {
            take(answer);
          }
          if (answer.answeredNanos() < end) {
            askAgain(asks, end);
          }
        });
  }

  private void take(AnsweredRequest answer) {
    answers.add(answer.dueNanos(), answer.answeredNanos());
    accepted.add(answer.dueNanos(), answer.acceptedNanos());
    witness.accept(answer);
  }

  private void complain(Findings findings) {
    if (lost > 0) {
      findings.fail(lost + " requests were not answered within 30 s");
    }
    troubles.forEach((what, times) -> findings.fail(times + " times " + what));
    if (troubles.containsKey(LIMITED)) {
      findings.fail(
          "the service limits what one address may ask: FLIGHTS_WEB_RATE=0 takes the limit away");
    }
  }

  private static void sleepUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
