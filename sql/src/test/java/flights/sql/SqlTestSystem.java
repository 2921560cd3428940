package flights.sql;

import static org.awaitility.Awaitility.await;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import flights.model.predict.ServedModels;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;

/** A real broker and store, and a model that tells bots by how much they do. */
final class SqlTestSystem implements AutoCloseable {

  static final String MODEL = "bot-detector";

  private final EmbeddedBroker broker;
  private final EmbeddedStore embedded;
  final Map<String, String> environment;
  final Settings settings;
  final Store store;
  private final Producer<String, byte[]> producer;

  SqlTestSystem(Path home) {
    broker = EmbeddedBroker.start(home.resolve("kafka"), 0);
    embedded = EmbeddedStore.onDisk(home.resolve("store"), 0);
    environment =
        Map.of(
            "FLIGHTS_HOME",
            home.toString(),
            "KAFKA_BOOTSTRAP_SERVERS",
            broker.servers(),
            "MONGODB_URI",
            embedded.uri());
    settings = Settings.of(environment);
    store = Store.open(settings);
    producer = new Kafka(settings).producer(Map.of());
    ServedModels.findIn(settings);
  }

  static SparkSession spark() {
    return SparkSessions.start("tests", "local[2]", SqlSession.options());
  }

  /** Registers a version, and makes it the champion. */
  ModelPackage promote(String version, int most) {
    ModelPackage model = register(version, most);
    new ModelRegistry(store.database()).promote(MODEL, version, "for the test");
    return model;
  }

  /**
   * Registers a version, fitted by a tree.
   *
   * @param most clicks of a person; a bot has more
   */
  ModelPackage register(String version, int most) {
    Dataset<Row> rows =
        spark()
            .range(200)
            .selectExpr(
                "'u' id",
                "if(id % 3 = 0, 'ES', if(id % 3 = 1, 'FR', 'DE')) country",
                "int(id) clicks",
                "double(id % 7) rate",
                "double(id > " + most + ") label");
    PipelineStage[] stages = {
      new StringIndexer()
          .setInputCol("country")
          .setOutputCol("country_index")
          .setHandleInvalid("keep"),
      new VectorAssembler()
          .setInputCols(new String[] {"country_index", "clicks", "rate"})
          .setOutputCol("features"),
      new DecisionTreeClassifier().setSeed(1)
    };
    ModelPackage model =
        new ModelPackage(new Pipeline().setStages(stages).fit(rows), config(), Map.of());
    String address =
        new ModelPackages(settings.modelStore(), new Configuration()).write(version, model);
    new ModelRegistry(store.database())
        .register(
            new ModelVersion(MODEL, version, address, Instant.now(), Map.of()),
            Map.of("name", MODEL, "version", version),
            config());
    return model;
  }

  private static ModelConfig config() {
    return new ModelConfig(
        MODEL,
        "id",
        List.of(
            Field.required("id", FieldType.STRING),
            Field.required("country", FieldType.STRING),
            Field.required("clicks", FieldType.INTEGER).between(0, 1_000),
            Field.required("rate", FieldType.NUMBER)),
        Map.of("bot", "prediction = 1", "probabilities", "probability"),
        List.of("person", "bot"),
        MODEL + ".requests",
        MODEL + ".predictions",
        MODEL + ".errors",
        null,
        null,
        Map.of("id", "example", "country", "ES", "clicks", 1, "rate", 0.5));
  }

  /** Returns when the broker has it. */
  void send(String topic, String key, Object value) throws Exception {
    byte[] message = value == null || value instanceof byte[] ? (byte[]) value : Json.bytes(value);
    producer.send(new ProducerRecord<>(topic, key, message)).get();
  }

  List<Document> documents(String collection) {
    return store.collection(collection).find().into(new ArrayList<>());
  }

  Document awaitDocument(String collection, Object id) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> store.collection(collection).find(new Document("_id", id)).first(),
            found -> found != null);
  }

  @Override
  public void close() {
    ServedModels.close();
    producer.close();
    store.close();
    embedded.close();
    broker.close();
  }
}
