package flights.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import flights.core.flight.FlightRequest;
import flights.core.flight.RequestId;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * How many predictions a second are stored and sent when there are always requests waiting, and how
 * many documents a second the store takes from a program that does nothing else.
 */
final class FloodBench {

  private static final String SCRATCH = "bench_upserts";
  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final Settings settings;
  private final int requests;
  private final Requests any = new Requests(7);

  FloodBench(Settings settings, int requests) {
    this.settings = settings;
    this.requests = requests;
  }

  /** True when every request was answered. */
  boolean run() throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    try (Consumer<String, byte[]> answers = atTheEnd(kafka);
        Store store = Store.open(settings)) {
      List<ProducerRecord<String, byte[]>> made =
          Stream.generate(this::request).limit(requests).toList();
      Instant start = Instant.now();
      Thread sender = new Thread(() -> send(kafka, made), "sender");
      sender.start();
      long answered = await(answers);
      double predictions = answered / seconds(start);
      sender.join();
      System.out.printf(
          "%d of %d answered (%s), %.0f a second%n",
          answered, requests, settings.answersStored() ? "stored and sent" : "sent", predictions);
      if (settings.answersStored()) {
        double plain = plainUpserts(store);
        System.out.printf(
            "plain bulk upserts: %.0f a second; predictions reach %.0f%% of that%n",
            plain, 100 * predictions / plain);
      }
      return answered == requests;
    }
  }

  private ProducerRecord<String, byte[]> request() {
    FlightRequest request = any.next();
    return new ProducerRecord<>(Topics.REQUESTS, request.uuid(), Json.bytes(request));
  }

  private static void send(Kafka kafka, List<ProducerRecord<String, byte[]>> made) {
    try (Producer<String, byte[]> producer =
        kafka.producer(Map.of("linger.ms", 5, "batch.size", 128 * 1024))) {
      made.forEach(producer::send);
    }
  }

  private long await(Consumer<String, byte[]> answers) {
    long answered = 0;
    Instant last = Instant.now();
    while (answered < requests && last.plus(PATIENCE).isAfter(Instant.now())) {
      int come = answers.poll(Duration.ofMillis(100)).count();
      answered += come;
      last = come > 0 ? Instant.now() : last;
    }
    return answered;
  }

  /** Of copies of a real answer, as many and as large as the answers. */
  private double plainUpserts(Store store) {
    Document answer = store.collection(Collections.RESPONSES).find().first();
    if (answer == null) {
      throw new IllegalArgumentException("there is no stored answer to measure plain writes with");
    }
    MongoCollection<Document> scratch = store.collection(SCRATCH);
    Instant start = Instant.now();
    for (int done = 0; done < requests; done += AT_ONCE) {
      scratch.bulkWrite(
          Stream.generate(() -> upsertOf(answer))
              .limit(Math.min(AT_ONCE, requests - done))
              .toList(),
          UNORDERED);
    }
    double rate = requests / seconds(start);
    scratch.drop();
    return rate;
  }

  private static UpdateOneModel<Document> upsertOf(Document answer) {
    Document copy = new Document(answer);
    copy.remove("_id");
    return new UpdateOneModel<>(
        eq("_id", RequestId.next()), new Document("$setOnInsert", copy), UPSERT);
  }

  private static Consumer<String, byte[]> atTheEnd(Kafka kafka) {
    Consumer<String, byte[]> consumer =
        kafka.consumer(
            Map.of(
                // It counts and does not hurry, so that it costs the broker little.
                "fetch.min.bytes", 256 * 1024, "max.poll.records", 5_000));
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.RESPONSES).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  private static double seconds(Instant start) {
    return Duration.between(start, Instant.now()).toMillis() / 1e3;
  }
}
