package flights.predictor.stream;

import static org.awaitility.Awaitility.await;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.files.Folders;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;

/** A real broker and store with a model that multiplies, for the tests of this module. */
final class Cluster implements AutoCloseable {

  static final double LARGEST = 1_000_000;
  static final String MODEL = "multiply";
  static final String REQUESTS = "numbers";
  static final String RESPONSES = "multiplied";
  static final String ERRORS = "number_errors";

  private final Path home;
  private EmbeddedBroker broker;
  private EmbeddedStore embedded;
  final Map<String, String> environment;
  final Settings settings;
  final Kafka kafka;
  final Store store;
  final ModelRegistry registry;
  private final Producer<String, byte[]> producer;

  Cluster(Path home) {
    this.home = home;
    broker = EmbeddedBroker.start(home.resolve("kafka"), 0);
    embedded = EmbeddedStore.onDisk(home.resolve("store"), 0);
    environment =
        Map.of(
            "FLIGHTS_HOME",
            home.toString(),
            "FLIGHTS_MODEL",
            MODEL,
            "FLIGHTS_CHECKPOINT_INTERVAL",
            "2s",
            "FLIGHTS_METRICS_PORT",
            "0",
            "KAFKA_BOOTSTRAP_SERVERS",
            broker.servers(),
            "MONGODB_URI",
            embedded.uri());
    settings = Settings.of(environment);
    kafka = new Kafka(settings);
    store = Store.open(settings);
    registry = new ModelRegistry(store.database());
    producer = kafka.producer(Map.of());
    ensureTopics();
  }

  private void ensureTopics() {
    try (Admin admin = kafka.admin()) {
      Topics.ensure(
          admin, List.of(REQUESTS, RESPONSES, ERRORS), settings.partitions(), Duration.ofDays(30));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Registers a version that multiplies by this factor, and makes it the champion. */
  void promote(String version, int factor) {
    promote(MODEL, version, "Number * " + factor, REQUESTS, RESPONSES, ERRORS);
  }

  /**
   * As promote, of another model, with topics of its own.
   *
   * @param product the SQL expression of a Number that it answers with
   */
  void promote(String model, String version, String product) {
    promote(
        model, version, product, model + ".requests", model + ".predictions", model + ".errors");
  }

  private void promote(
      String name,
      String version,
      String product,
      String requests,
      String responses,
      String errors) {
    SparkSession spark = SparkSessions.start("tests", "local[4]", Serving.SPARK);
    PipelineStage multiply =
        new SQLTransformer().setStatement("select *, " + product + " as m from __THIS__");
    ModelPackage model =
        new ModelPackage(
            new Pipeline()
                .setStages(new PipelineStage[] {multiply})
                .fit(spark.sql("select 1.0d as Number")),
            new ModelConfig(
                name,
                "Id",
                List.of(
                    Field.required("Id", FieldType.STRING),
                    Field.required("Number", FieldType.NUMBER).between(-LARGEST, LARGEST),
                    Field.optional("At", FieldType.TIMESTAMP),
                    Field.optional("Day", FieldType.DATE)),
                Map.of("Product", "m"),
                List.of(),
                requests,
                responses,
                errors,
                responses,
                errors,
                Map.of("Id", "example", "Number", 1)),
            Map.of());
    String address =
        new ModelPackages(settings.modelStore(), new Configuration()).write(version, model);
    registry.register(new ModelVersion(name, version, address, Instant.now(), Map.of()));
    registry.promote(name, version, "for the test");
  }

  /** Asks another model; returns when the broker has it. */
  void askOf(String model, String id, double number) throws Exception {
    byte[] message = Json.bytes(Map.of("Id", id, "Number", number));
    producer.send(new ProducerRecord<>(model + ".requests", id, message)).get();
  }

  void ask(String id, double number) {
    send(id, Json.bytes(Map.of("Id", id, "Number", number)));
  }

  /** Asks at a certain time and day. */
  void ask(String id, double number, Instant at, LocalDate day) {
    send(id, Json.bytes(Map.of("Id", id, "Number", number, "At", at, "Day", day)));
  }

  /** Asks by a certain partition. */
  void ask(String id, double number, int partition) throws Exception {
    byte[] message = Json.bytes(Map.of("Id", id, "Number", number));
    producer.send(new ProducerRecord<>(REQUESTS, partition, id, message)).get();
  }

  void askSoon(String id, double number) {
    sendSoon(id, Json.bytes(Map.of("Id", id, "Number", number)));
  }

  void sendSoon(byte[] message) {
    sendSoon(null, message);
  }

  /** Returns before the broker has it. */
  private void sendSoon(String key, byte[] message) {
    var unused = producer.send(new ProducerRecord<>(REQUESTS, key, message));
  }

  /** Returns when the broker has it. */
  void send(String key, byte[] message) {
    try {
      producer.send(new ProducerRecord<>(REQUESTS, key, message)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is stored for a request, when it is. */
  Document awaitAnswer(String id) {
    return awaitAnswer(RESPONSES, id);
  }

  /** As awaitAnswer, of another model. */
  Document awaitAnswerOf(String model, String id) {
    return awaitAnswer(model + ".predictions", id);
  }

  private Document awaitAnswer(String collection, String id) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> store.collection(collection).find(new Document("_id", id)).first(),
            found -> found != null);
  }

  List<Document> answers() {
    return store.collection(RESPONSES).find().into(new ArrayList<>());
  }

  List<Document> rejections() {
    return store.collection(ERRORS).find().into(new ArrayList<>());
  }

  /** All messages of a topic so far. */
  List<ConsumerRecord<String, byte[]>> messages(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.servers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** The settings with another value of one. */
  Settings with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return Settings.of(changed);
  }

  /** As when Kafka has kept them for as long as it does. */
  void forgetMessages(String topic) throws Exception {
    try (Admin admin = kafka.admin()) {
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      for (int number = 0; number < settings.partitions(); number++) {
        all.put(new TopicPartition(topic, number), RecordsToDelete.beforeOffset(-1));
      }
      admin.deleteRecords(all).all().get();
    }
  }

  void stopBroker() {
    broker.close();
  }

  void startBroker() {
    broker = EmbeddedBroker.start(home.resolve("kafka"), port(kafka.servers()));
  }

  void stopStore() {
    embedded.close();
  }

  void startStore() {
    embedded = EmbeddedStore.onDisk(home.resolve("store"), port(settings.mongodbUri()));
  }

  private static int port(String address) {
    return Integer.parseInt(address.replaceFirst(".*:", ""));
  }

  void clearStore(String... collections) {
    Stream.of(collections).forEach(name -> store.collection(name).drop());
  }

  /** The next predictor answers all that is on Kafka. */
  void forgetCheckpoint() throws IOException {
    Folders.delete(settings.home().checkpoints());
  }

  static String header(ConsumerRecord<?, ?> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    store.close();
    embedded.close();
    broker.close();
  }
}
