package flights.web;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Kafka;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.FlightRequest;
import flights.flight.FlightTopics;
import flights.flight.Prediction;
import flights.flight.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** The other end of the contract: reads requests from Kafka, answers on Kafka and in the store. */
final class PlayedPredictor implements AutoCloseable {

  private final Store store;
  private final Producer<String, byte[]> producer;
  private final Consumer<String, byte[]> consumer;
  private final Map<String, ConsumerRecord<String, byte[]>> heard = new ConcurrentHashMap<>();

  PlayedPredictor(Kafka kafka, Store store) {
    this.store = store;
    producer = kafka.producer(Map.of());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.servers(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(FlightTopics.REQUESTS).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** How many requests were ever sent. */
  long requests() {
    return consumer.endOffsets(consumer.assignment()).values().stream().mapToLong(it -> it).sum();
  }

  /** The value of the request with this id, as it stands on Kafka. */
  byte[] awaitBytes(String id) {
    Eventually.await().until(() -> heard().containsKey(id));
    return heard.get(id).value();
  }

  /** The request for this flight; other tests send what is no request at all. */
  FlightRequest awaitFlight(String number) {
    String mark = "\"FlightNum\":\"" + number + "\"";
    return Eventually.await()
        .until(
            () ->
                heard().values().stream()
                    .filter(it -> new String(it.value(), StandardCharsets.UTF_8).contains(mark))
                    .map(it -> Json.read(it.value(), FlightRequest.class))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  FlightRequest await(String id) {
    return Json.read(awaitBytes(id), FlightRequest.class);
  }

  static Prediction prediction(FlightRequest request) {
    return new Prediction(
        request,
        2,
        List.of(0.06, 0.17, 0.58, 0.19),
        14.3,
        -8.6,
        12.1,
        41.2,
        List.of(
            new Reason("Left 25 minutes late", 25.0),
            new Reason("JFK to LAX usually makes up time", -10.7),
            new Reason("No history of this flight: the route's is used", null)),
        "20130704-0815",
        Instant.parse("2013-07-04T08:15:30.123Z"));
  }

  void respond(Prediction prediction) {
    send(FlightTopics.RESPONSES, prediction.request().uuid(), Json.bytes(prediction), null);
  }

  void store(Prediction prediction) {
    String id = prediction.request().uuid();
    upsert(FlightCollections.RESPONSES, Documents.of(prediction).append("_id", id));
  }

  void reject(String id, String reason) {
    send(FlightTopics.ERRORS, id, "not a request".getBytes(StandardCharsets.UTF_8), reason);
  }

  void storeRejection(String id, String reason) {
    upsert(FlightCollections.ERRORS, new Document("_id", id).append("Reason", reason));
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }

  private Map<String, ConsumerRecord<String, byte[]>> heard() {
    consumer.poll(Duration.ofMillis(100)).forEach(it -> heard.put(it.key(), it));
    return heard;
  }

  private void send(String topic, String id, byte[] value, String reason) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, id, value);
    if (reason != null) {
      message.headers().add(DeadLetters.REASON, reason.getBytes(StandardCharsets.UTF_8));
    }
    var unused = producer.send(message);
    producer.flush();
  }

  private void upsert(String collection, Document document) {
    store
        .collection(collection)
        .replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }
}
