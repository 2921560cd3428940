package flights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import flights.bench.SampleRequests;
import flights.bench.load.HttpCalls;
import flights.bench.load.PredictionCalls;
import flights.core.contract.RequestId;
import flights.core.json.Json;
import flights.flight.FlightRequest;
import flights.flight.FlightTopics;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Requests at a steady rate whatever becomes of them, one half through the web server and one half
 * straight to Kafka; one in fifty of these cannot be used.
 */
final class SteadyLoad implements AutoCloseable {

  private static final Duration HTTP_PATIENCE = Duration.ofSeconds(15);
  private static final int UNUSABLE_EVERY = 50;

  /** More than the web server takes. */
  private static final int MOST_CONNECTIONS = 5_000;

  private final FaultTarget system;
  private final SentRequests sentRequests;
  private final SampleRequests requests = new SampleRequests(Instant.now().toEpochMilli());
  private final HttpCalls http;
  private final Producer<String, byte[]> producer;
  private final Thread thread = new Thread(this::send, "load");
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile int webRate;
  private volatile int kafkaRate;
  private volatile Duration clockError = Duration.ZERO;
  private volatile boolean stopping;

  SteadyLoad(FaultTarget system, SentRequests sentRequests, int rate) {
    this.system = system;
    this.sentRequests = sentRequests;
    this.webRate = rate / 2;
    this.kafkaRate = rate - webRate;
    this.http = new HttpCalls(system.address("/"), MOST_CONNECTIONS, HTTP_PATIENCE);
    this.producer = system.kafka().producer(Map.of("max.block.ms", 5_000));
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on so many a second through the web server. */
  void webRate(int perSecond) {
    webRate = perSecond;
  }

  int webRate() {
    return webRate;
  }

  /** From now on what is sent to Kafka tells a time that is wrong by so much. */
  void clockError(Duration error) {
    clockError = error;
  }

  /** Ends the load and waits until all that is under way is known. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
    producer.flush();
    producer.close();
    long end = System.nanoTime() + HTTP_PATIENCE.plusSeconds(5).toNanos();
    while (underWay.get() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    http.close();
  }

  private void send() {
    long start = System.nanoTime();
    double web = 0;
    double kafka = 0;
    long last = start;
    long sent = 0;
    while (!stopping) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      long now = System.nanoTime();
      double seconds = (now - last) / 1e9;
      last = now;
      web += seconds * webRate;
      kafka += seconds * kafkaRate;
      for (; web >= 1; web--) {
        throughWeb();
      }
      for (; kafka >= 1; kafka--) {
        toKafka(sent++ % UNUSABLE_EVERY == 0);
      }
    }
  }

  private void throughWeb() {
    underWay.incrementAndGet();
    http.start(new WebCall(Json.write(SampleRequests.form(requests.next()))));
  }

  private void toKafka(boolean unusable) {
    FlightRequest flight = requests.next();
    String id = unusable ? RequestId.next() : flight.uuid();
    byte[] bytes = unusable ? broken(id) : Json.bytes(flight);
    long time = Instant.now().plus(clockError).toEpochMilli();
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(FlightTopics.REQUESTS, null, time, id, bytes),
              (where, failure) -> {
                if (failure != null) {
                  sentRequests.unsure(id);
                } else if (unusable) {
                  sentRequests.acceptedUnusable(id);
                } else {
                  sentRequests.accepted(id);
                }
              });
    } catch (org.apache.kafka.common.KafkaException e) {
      sentRequests.unsure(id);
    }
  }

  private static byte[] broken(String id) {
    return ("{\"UUID\":\"" + id + "\",\"Carrier\":17}").getBytes(StandardCharsets.UTF_8);
  }

  /** One request through the web server. */
  private final class WebCall implements HttpCalls.Call {

    private final String form;

    WebCall(String form) {
      this.form = form;
    }

    @Override
    public FullHttpRequest request() {
      return HttpCalls.post(PredictionCalls.PATH, "application/json", form);
    }

    @Override
    public void answered(int status, HttpHeaders headers, String body) {
      if (status == 200) {
        sentRequests.accepted(Json.read(body, JsonNode.class).path("id").asText());
      } else {
        sentRequests.refused(status, headers.contains(HttpHeaderNames.RETRY_AFTER));
      }
      underWay.decrementAndGet();
    }

    @Override
    public void failed(String why, boolean sent) {
      if (sent) {
        sentRequests.unanswered();
      } else {
        sentRequests.unreached();
      }
      underWay.decrementAndGet();
    }
  }
}
