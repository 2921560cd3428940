package flights.web.answers;

import flights.core.check.Check;
import flights.core.flow.AdaptiveBatchQueue;
import flights.web.backends.Backends;
import flights.web.errors.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Gives requests to the predictor, and to others that take them from Kafka. */
public final class RequestSender implements AutoCloseable {

  /** What Kafka acknowledges in a fraction of the time that a client waits. */
  private static final int MOST_UNDER_WAY = 5_000;

  private static final long IN_VAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Exception AWAY = new TimeoutException("the cluster is away");

  private final AdaptiveBatchQueue<Sending> waiting = new AdaptiveBatchQueue<>(MOST_UNDER_WAY);
  private final Thread thread = new Thread(this::sendUntilClosed, "web-requests");
  private final AtomicInteger underWay = new AtomicInteger();
  private final Backends backends;
  private final Supplier<Check> broker;
  private final Executor executor;
  private final String busyTopic;

  /**
   * @param busyTopic of the model that is asked most: its requests are handed over by one thread,
   *     many at a time
   * @param broker how the broker is, to explain a refusal
   * @param executor where the caller goes on
   */
  public RequestSender(
      String busyTopic, Backends backends, Supplier<Check> broker, Executor executor) {
    this.busyTopic = busyTopic;
    this.backends = backends;
    this.broker = broker;
    this.executor = executor;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Done when Kafka has acknowledged the request; fails with a {@link Problem} within some five
   * seconds when it does not, and then the request is not tried again later.
   *
   * @param id null when it has none
   */
  public CompletableFuture<Void> send(String topic, String id, byte[] request) {
    return handOver(topic, id, request).thenApplyAsync(Function.identity(), executor);
  }

  /** Done when the request is acknowledged and what is awaited has come; fails as the others do. */
  public <T> CompletableFuture<T> sendAndAwait(
      String topic, String id, byte[] request, CompletableFuture<T> awaited) {
    return handOver(topic, id, request)
        .thenCompose(sent -> awaited)
        .thenApplyAsync(Function.identity(), executor);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private CompletableFuture<Void> handOver(String topic, String id, byte[] request) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      throw Problem.unavailable("There are too many requests at the moment; please try again.");
    }
    Sending sending = new Sending(new ProducerRecord<>(topic, id, request));
    if (topic.equals(busyTopic)) {
      gather(sending);
    } else {
      hand(sending);
    }
    return sending.sent;
  }

  /** There is room: no more are taken than may be under way. */
  private void gather(Sending sending) {
    try {
      waiting.offer(sending, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      settle(sending.sent, e);
    }
  }

  private void sendUntilClosed() {
    try {
      while (true) {
        send(waiting.take());
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** When one waits for the cluster in vain, those behind it have waited as well. */
  private void send(List<Sending> together) {
    boolean away = false;
    for (Sending sending : together) {
      if (away) {
        settle(sending.sent, AWAY);
      } else {
        long begun = System.nanoTime();
        hand(sending);
        away = sending.sent.isCompletedExceptionally() && System.nanoTime() - begun > IN_VAIN_NANOS;
      }
    }
  }

  private void hand(Sending sending) {
    try {
      var unused =
          backends
              .producer()
              .send(sending.message, (where, failure) -> settle(sending.sent, failure));
    } catch (KafkaException | IllegalStateException e) {
      settle(sending.sent, e);
    }
  }

  private void settle(CompletableFuture<Void> sent, Exception failure) {
    underWay.decrementAndGet();
    if (failure == null) {
      sent.complete(null);
    } else {
      sent.completeExceptionally(Problem.unavailable(explain()));
    }
  }

  private String explain() {
    Check check = broker.get();
    String cause =
        check.up()
            ? "Kafka at " + check.detail() + " did not acknowledge the request in time"
            : check.detail();
    return "The request was not accepted: " + cause + ".";
  }

  private record Sending(ProducerRecord<String, byte[]> message, CompletableFuture<Void> sent) {

    Sending(ProducerRecord<String, byte[]> message) {
      this(message, new CompletableFuture<>());
    }
  }
}
