package flights.web.predict;

import flights.core.check.Check;
import flights.core.flight.FlightRequest;
import flights.core.json.Json;
import flights.core.kafka.Topics;
import flights.web.backends.Backends;
import flights.web.errors.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Gives requests to the predictor, and to others that take them from Kafka. */
public final class RequestSender {

  /** What Kafka acknowledges in a fraction of the time that a client waits. */
  private static final int MOST_UNDER_WAY = 5_000;

  private final AtomicInteger underWay = new AtomicInteger();
  private final Backends backends;
  private final Supplier<Check> broker;
  private final Executor executor;

  /**
   * @param broker how the broker is, to explain a refusal
   * @param executor where the caller goes on
   */
  public RequestSender(Backends backends, Supplier<Check> broker, Executor executor) {
    this.backends = backends;
    this.broker = broker;
    this.executor = executor;
  }

  /**
   * Done when Kafka has acknowledged the request; fails with a {@link Problem} within some five
   * seconds when it does not, and then the request is not tried again later.
   */
  public CompletableFuture<Void> send(FlightRequest request) {
    return send(request.uuid(), Json.bytes(request));
  }

  /**
   * The same for a request in the bytes of the contract.
   *
   * @param id null when it has none
   */
  public CompletableFuture<Void> send(String id, byte[] request) {
    return send(Topics.REQUESTS, id, request);
  }

  /** The same for a request on another topic. */
  public CompletableFuture<Void> send(String topic, String id, byte[] request) {
    return handOver(topic, id, request).thenApplyAsync(Function.identity(), executor);
  }

  /** Done when the request is acknowledged and what is awaited has come; fails as the others do. */
  <T> CompletableFuture<T> sendAndAwait(FlightRequest request, CompletableFuture<T> awaited) {
    return handOver(Topics.REQUESTS, request.uuid(), Json.bytes(request))
        .thenCompose(sent -> awaited)
        .thenApplyAsync(Function.identity(), executor);
  }

  private CompletableFuture<Void> handOver(String topic, String id, byte[] request) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      throw Problem.unavailable("There are too many requests at the moment; please try again.");
    }
    try {
      var unused =
          backends
              .producer()
              .send(
                  new ProducerRecord<>(topic, id, request),
                  (where, failure) -> settle(sent, failure));
    } catch (KafkaException e) {
      settle(sent, e);
    }
    return sent;
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
}
