package flights.bench;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.report.Findings;
import flights.core.command.BenchCommands.BenchServeCommand;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.FlightRequest;
import flights.flight.FlightTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/**
 * From the moment a request is due to be sent to Kafka until its prediction can be read in the
 * store.
 */
final class ServeBench implements Bench<BenchServeCommand> {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
  private static final int MOST_IDS_A_QUERY = 200;
  private static final String GROUP = "send to readable in the store";

  @Override
  public Class<BenchServeCommand> command() {
    return BenchServeCommand.class;
  }

  @Override
  public void run(Settings settings, BenchServeCommand asked, Findings findings)
      throws InterruptedException {
    Pace pace = Pace.of(asked.rate(), asked.warmup(), asked.duration());
    try (Store store = Store.open(settings);
        Producer<String, byte[]> producer = new Kafka(settings).producer(Map.of())) {
      String trigger = trigger(settings, store);
      findings.parameter("rate", pace.rate());
      findings.parameter("duration", pace.seconds() + " s");
      findings.parameter("trigger", trigger);
      System.out.printf(
          "%s, %d requests a second for %d s, after %d s of warm-up ...%n",
          trigger, pace.rate(), pace.seconds(), pace.warmup());
      new Round(settings, pace)
          .run(producer, store.collection(FlightCollections.RESPONSES), findings);
    }
  }

  /** What is measured, by its own account. */
  private static String trigger(Settings settings, Store store) {
    if (!store.check().up()) {
      throw new IllegalArgumentException(store.check().detail() + "; ./flights up starts one");
    }
    return new Heartbeats(store)
        .latest(Heartbeat.predictor(settings.model()))
        .map(beat -> beat.figures() == null ? "not known" : beat.figures().trigger())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no predictor of " + settings.model() + " runs: ./flights up starts one"));
  }

  private static final class Round {

    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final CountDownLatch allSent = new CountDownLatch(1);
    private final Settings settings;
    private final Pace pace;
    private volatile long measuredFrom = Long.MAX_VALUE;
    private Cost cost;

    Round(Settings settings, Pace pace) {
      this.settings = settings;
      this.pace = pace;
    }

    void run(
        Producer<String, byte[]> producer, MongoCollection<Document> responses, Findings findings)
        throws InterruptedException {
      Thread observer = new Thread(() -> observe(responses), "observer");
      observer.start();
      send(producer);
      allSent.countDown();
      observer.join();
      tell(findings);
    }

    private void send(Producer<String, byte[]> producer) {
      SampleRequests requests = new SampleRequests(42);
      pace.keep(
          (due, measured) -> {
            if (measured && cost == null) {
              measuredFrom = due;
              cost = Cost.from(settings);
            }
            FlightRequest request = requests.next();
            waiting.put(request.uuid(), due);
            var unused =
                producer.send(
                    new ProducerRecord<>(
                        FlightTopics.REQUESTS, request.uuid(), Json.bytes(request)));
          });
      producer.flush();
    }

    private void observe(MongoCollection<Document> responses) {
      long givenUp = Long.MAX_VALUE;
      while (allSent.getCount() > 0 || (!waiting.isEmpty() && System.nanoTime() < givenUp)) {
        if (allSent.getCount() == 0 && givenUp == Long.MAX_VALUE) {
          givenUp = System.nanoTime() + PATIENCE_NANOS;
        }
        List<String> ids = waiting.keySet().stream().limit(MOST_IDS_A_QUERY).toList();
        if (!ids.isEmpty()) {
          responses.find(in("_id", ids)).projection(include("_id")).forEach(this::seen);
        }
        // Often enough to see milliseconds, and seldom enough not to be the load itself.
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
      }
    }

    private void seen(Document answer) {
      Long due = waiting.remove(answer.getString("_id"));
      if (due != null && due >= measuredFrom) {
        latencies.add(due, System.nanoTime());
      }
    }

    private void tell(Findings findings) {
      findings.figure(GROUP, "sent", (double) pace.measured(), "");
      findings.figure(GROUP, "answered", (double) latencies.count(), "");
      latencies.tell(findings, GROUP);
      cost.tell(findings, GROUP, Math.max(1, latencies.count()));
      findings.plot(Latencies.byPercentile("Stored", List.of(latencies.line("send to readable"))));
      findings.plot(latencies.overTime("Send to readable"));
      if (!waiting.isEmpty()) {
        findings.fail(waiting.size() + " requests were not answered within 30 s");
      }
    }
  }
}
