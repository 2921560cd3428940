package flights.web;

import flights.core.contract.ModelConfig;
import flights.core.contract.ParsedRequest;
import flights.core.contract.RequestParser;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The other end of any model's contract: answers by a formula until it is closed. */
final class PlayedModel implements AutoCloseable {

  static final String VERSION = "1";

  private final Kafka kafka;
  private final Store store;
  private final ModelConfig config;
  private final BiConsumer<Map<String, Object>, Map<String, Object>> formula;
  private final AtomicInteger asked = new AtomicInteger();
  private final Thread thread;
  private volatile boolean ended;

  /**
   * Answers requests.
   *
   * @param formula is given a request's fields, and adds those of its answer to the other map
   */
  private PlayedModel(
      Kafka kafka,
      Store store,
      ModelConfig config,
      BiConsumer<Map<String, Object>, Map<String, Object>> formula) {
    this.kafka = kafka;
    this.store = store;
    this.config = config;
    this.formula = formula;
    this.thread = new Thread(this::answer, "predictor-" + config.name());
  }

  static PlayedModel serve(
      ModelConfig config, BiConsumer<Map<String, Object>, Map<String, Object>> formula)
      throws Exception {
    return serve(Cluster.shared().kafka, Cluster.shared().store, config, formula);
  }

  static PlayedModel serve(
      Kafka kafka,
      Store store,
      ModelConfig config,
      BiConsumer<Map<String, Object>, Map<String, Object>> formula)
      throws Exception {
    try (Admin admin = kafka.admin()) {
      Topics.ensure(admin, config.topics(), 2, Duration.ofDays(1));
    }
    PlayedModel played = new PlayedModel(kafka, store, config, formula);
    played.thread.start();
    return played;
  }

  /** Registers a version with such a contract and lets it answer. */
  static void register(String name, Map<String, Object> card, ModelConfig config) {
    register(Cluster.shared().store, name, card, config);
  }

  static void register(Store store, String name, Map<String, Object> card, ModelConfig config) {
    ModelRegistry registry = new ModelRegistry(store.database());
    registry.register(
        new ModelVersion(name, VERSION, "file:/x", Instant.now(), Map.of()), card, config);
    registry.promote(name, VERSION, "for the test");
  }

  /** How many requests it was asked. */
  int asked() {
    return asked.get();
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }

  private void answer() {
    RequestParser parser = new RequestParser(config.inputSchema(), config.idColumn());
    Heartbeats heartbeats = new Heartbeats(store);
    try (Consumer<String, byte[]> consumer =
            kafka.consumer(Map.of("group.id", config.name(), "auto.offset.reset", "earliest"));
        Producer<String, byte[]> producer = kafka.producer(Map.of())) {
      consumer.subscribe(List.of(config.requestTopic()));
      while (!ended) {
        heartbeats.beat(
            new Heartbeat(
                Heartbeat.predictor(config.name()), 1, VERSION, null, null, Instant.now()));
        for (ConsumerRecord<String, byte[]> request : consumer.poll(Duration.ofMillis(100))) {
          asked.incrementAndGet();
          ParsedRequest parsed = parser.parse(request.value());
          var unused =
              producer.send(
                  new ProducerRecord<>(
                      config.responseTopic(), parsed.id(), Json.bytes(answer(parsed))));
        }
      }
    }
  }

  private Map<String, Object> answer(ParsedRequest parsed) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < config.inputSchema().size(); i++) {
      if (parsed.values().get(i) != null) {
        fields.put(config.inputSchema().get(i).name(), parsed.values().get(i));
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(config.idColumn(), parsed.id());
    formula.accept(fields, answer);
    answer.put("ModelVersion", VERSION);
    return answer;
  }
}
