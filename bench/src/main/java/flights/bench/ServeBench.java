package flights.bench;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import flights.core.check.Heartbeat;
import flights.core.check.Heartbeats;
import flights.core.flight.FlightRequest;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/**
 * From the moment a request is due to be sent to Kafka until its prediction can be read in the
 * store. Requests are due at a steady rate whatever the answers do, so that a stall counts for all
 * who would have waited in it.
 */
final class ServeBench {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int MOST_IDS_A_QUERY = 200;

  private final Settings settings;
  private final Options options;
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
  private final CountDownLatch allSent = new CountDownLatch(1);
  private long measuredFrom;
  private long worstAt;

  ServeBench(Settings settings, Options options) {
    this.settings = settings;
    this.options = options;
  }

  /** True when every request was answered. */
  boolean run() throws InterruptedException {
    try (Producer<String, byte[]> producer = new Kafka(settings).producer(Map.of());
        Store store = Store.open(settings)) {
      System.out.printf(
          "%s, %d requests a second for %d s, after %d s of warm-up ...%n",
          served(store), options.rate(), options.seconds(), options.warmup());
      Thread observer = new Thread(() -> observe(store.collection(Collections.RESPONSES)));
      observer.start();
      send(producer);
      allSent.countDown();
      observer.join();
    }
    System.out.printf(
        "answered %d, lost %d; from send to readable in the store: p50 %.1f ms, p90 %.1f ms,"
            + " p99 %.1f ms, p99.9 %.1f ms, max %.1f ms (second %d)%n",
        micros.getTotalCount(),
        waiting.size(),
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3,
        micros.getMaxValue() / 1e3,
        TimeUnit.NANOSECONDS.toSeconds(worstAt - measuredFrom));
    return waiting.isEmpty();
  }

  /** What is measured, by its own account. */
  private String served(Store store) {
    return new Heartbeats(store)
        .latest(Heartbeat.predictor(settings.model()))
        .map(beat -> beat.figures() == null ? "an unknown trigger" : beat.figures().trigger())
        .orElse("no predictor yet");
  }

  private void send(Producer<String, byte[]> producer) {
    Requests requests = new Requests(42);
    long start = System.nanoTime();
    measuredFrom = start + TimeUnit.SECONDS.toNanos(options.warmup());
    long all = (long) options.rate() * (options.warmup() + options.seconds());
    for (long i = 0; i < all; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / options.rate();
      FlightRequest request = requests.next();
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      waiting.put(request.uuid(), due);
      var unused =
          producer.send(new ProducerRecord<>(Topics.REQUESTS, request.uuid(), Json.bytes(request)));
    }
    producer.flush();
  }

  private void observe(MongoCollection<Document> responses) {
    long givenUp = Long.MAX_VALUE;
    while (allSent.getCount() > 0 || (!waiting.isEmpty() && System.nanoTime() < givenUp)) {
      if (allSent.getCount() == 0 && givenUp == Long.MAX_VALUE) {
        givenUp = System.nanoTime() + PATIENCE_NANOS;
      }
      List<String> ids = waiting.keySet().stream().limit(MOST_IDS_A_QUERY).toList();
      responses.find(in("_id", ids)).projection(include("_id")).forEach(this::seen);
      // Often enough to see a millisecond, and seldom enough not to be the load itself.
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  private void seen(Document answer) {
    Long due = waiting.remove(answer.getString("_id"));
    if (due != null && due >= measuredFrom) {
      long took = Math.max(0, (System.nanoTime() - due) / 1_000);
      worstAt = took > micros.getMaxValue() ? due : worstAt;
      micros.recordValue(took);
    }
  }
}
