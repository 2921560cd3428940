package flights.predictor;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Kafka;
import flights.core.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * Where predictions leave this process: into the store by upsert, so that a repeated one does not
 * double, and then to whoever listens on Kafka. One for all partitions that a process works on.
 */
final class Outlet implements LingeringBuffer.Sink {

  private static final ConcurrentHashMap<OutletConfig, Outlet> OPEN = new ConcurrentHashMap<>();
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final OutletConfig config;
  private final Store store;
  private final Producer<String, byte[]> producer;
  private final Progress progress;
  private final AtomicReference<Exception> sendFailure = new AtomicReference<>();

  private Outlet(OutletConfig config) {
    Kafka kafka = new Kafka(config.kafkaServers());
    this.config = config;
    this.store = Store.open(config.mongodbUri(), config.database());
    // A broker that is away comes back: keep what it has not taken until then.
    this.producer = kafka.producer(Map.of("delivery.timeout.ms", Integer.MAX_VALUE));
    this.progress = new Progress(kafka, config.progressGroup());
  }

  static Outlet of(OutletConfig config) {
    return OPEN.computeIfAbsent(config, Outlet::new);
  }

  /** Whether the answer to a request has left by here before. */
  boolean hasSeen(TopicPartition partition, long offset) {
    return progress.isPast(partition, offset);
  }

  @Override
  public void write(List<PredictionEntry> entries) throws InterruptedException {
    upsert(
        config.collection(),
        entries.stream().filter(entry -> entry.error() == null).map(Outlet::answer).toList());
    upsert(
        config.errorCollection(),
        entries.stream()
            .filter(entry -> entry.error() != null && entry.id() != null)
            .map(Outlet::rejection)
            .toList());
    entries.forEach(this::send);
    progress.reached(entries);
  }

  @Override
  public void settle() {
    producer.flush();
    Exception failure = sendFailure.getAndSet(null);
    if (failure != null) {
      throw new IllegalStateException("Kafka refused an answer: " + failure.getMessage(), failure);
    }
    progress.publish();
  }

  private void upsert(String collection, List<Document> documents) throws InterruptedException {
    if (documents.isEmpty()) {
      return;
    }
    List<WriteModel<Document>> writes = new ArrayList<>(documents.size());
    for (Document document : documents) {
      writes.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
    }
    MongoCollection<Document> target = store.collection(collection);
    Patience.whileItFails(
        "the store at " + store.address(),
        MongoException.class,
        () -> target.bulkWrite(writes, UNORDERED));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
  private void send(PredictionEntry entry) {
    producer.send(
        entry.error() == null ? response(entry) : deadLetter(entry),
        (metadata, failure) -> {
          if (failure != null) {
            sendFailure.compareAndSet(null, failure);
          }
        });
  }

  private ProducerRecord<String, byte[]> response(PredictionEntry entry) {
    return new ProducerRecord<>(config.responseTopic(), entry.id(), Json.bytes(entry.document()));
  }

  private ProducerRecord<String, byte[]> deadLetter(PredictionEntry entry) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(config.errorTopic(), entry.id(), entry.original());
    Map.of(
            DeadLetters.REASON, entry.error(),
            DeadLetters.TOPIC, entry.from().topic(),
            DeadLetters.PARTITION, String.valueOf(entry.from().partition()),
            DeadLetters.OFFSET, String.valueOf(entry.offset()))
        .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }

  private static Document answer(PredictionEntry entry) {
    Document document = new Document("_id", entry.id());
    document.putAll(entry.document());
    return document;
  }

  private static Document rejection(PredictionEntry entry) {
    return new Document("_id", entry.id())
        .append("Reason", entry.error())
        .append("Topic", entry.from().topic())
        .append("Partition", entry.from().partition())
        .append("Offset", entry.offset())
        .append("RejectedAt", Instant.now());
  }
}
