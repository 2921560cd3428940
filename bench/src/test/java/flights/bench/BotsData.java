package flights.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** What is on the topics and in the collection of the stream, and what must be there. */
final class BotsData implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration SLIDE = Duration.ofMinutes(2);
  private static final String EVENTS = "events";
  private static final String USERS = "mysql.demo.users";
  private static final String RESULTS = "bot_detection_results";

  private final Kafka kafka;
  private final Store store;

  /** A user, and a window by when it begins. */
  record Window(int user, Instant start) implements Comparable<Window> {
    @Override
    public int compareTo(Window other) {
      int first = Integer.compare(user, other.user);
      return first == 0 ? start.compareTo(other.start) : first;
    }
  }

  /** Views of pages by their kind. */
  record Counts(int main, int product, int listing, int gallery) {

    static Counts of(String page) {
      return new Counts(
          page.equals("main_page") ? 1 : 0,
          page.equals("product_page") ? 1 : 0,
          page.equals("products_listing") ? 1 : 0,
          page.equals("product_gallery") ? 1 : 0);
    }

    Counts plus(Counts other) {
      return new Counts(
          main + other.main,
          product + other.product,
          listing + other.listing,
          gallery + other.gallery);
    }
  }

  BotsData(Settings settings) {
    kafka = new Kafka(settings);
    store = Store.open(settings);
  }

  /** What each window holds, by the events that are on Kafka. */
  Map<Window, Counts> recount() {
    Map<Window, Counts> counts = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> message : messages(EVENTS)) {
      JsonNode event = Json.read(message.value(), JsonNode.class);
      long at = event.path("ts").asLong();
      long last = at - at % SLIDE.toMillis();
      for (long start = last; start > at - WINDOW.toMillis(); start -= SLIDE.toMillis()) {
        counts.merge(
            new Window(event.path("user_id").asInt(), Instant.ofEpochMilli(start)),
            Counts.of(event.path("event").asText()),
            Counts::plus);
      }
    }
    return counts;
  }

  /** By the collection; fails when a window stands there twice. */
  Map<Window, Counts> storedCounts() {
    return stored().stream()
        .map(BotsData::json)
        .collect(
            Collectors.toMap(
                BotsData::window,
                BotsData::counts,
                (one, other) -> {
                  throw new AssertionError("a window twice: " + one + ", " + other);
                },
                TreeMap::new));
  }

  /** By the last message of each window. */
  Map<Window, Counts> toldCounts() {
    Map<Window, Counts> told = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> message : messages(RESULTS)) {
      JsonNode result = Json.read(message.value(), JsonNode.class);
      told.put(window(result), counts(result));
    }
    return told;
  }

  List<Document> stored() {
    return store.collection(RESULTS).find().into(new ArrayList<>());
  }

  /** Returns when the collection has what it must have; fails with the difference. */
  void awaitCounts() {
    Map<Window, Counts> wanted = recount();
    await().atMost(PATIENCE).until(this::storedCounts, wanted::equals);
  }

  /** How many messages of results have been sent. */
  long resultMessages() {
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      return consumer.endOffsets(partitions(consumer, RESULTS)).values().stream()
          .mapToLong(end -> end)
          .sum();
    }
  }

  /** Returns when so many users, at least, have come from the database. */
  void awaitUsers(int count) {
    await().atMost(PATIENCE).until(() -> users().size() >= count);
  }

  void awaitUser(int id, Predicate<JsonNode> wanted) {
    await().atMost(PATIENCE).until(() -> users().containsKey(id) && wanted.test(users().get(id)));
  }

  private Map<Integer, JsonNode> users() {
    Map<Integer, JsonNode> users = new HashMap<>();
    for (ConsumerRecord<String, byte[]> message : messages(USERS)) {
      JsonNode row = Json.read(message.value(), JsonNode.class).path("after");
      users.put(row.path("id").asInt(), row);
    }
    return users;
  }

  void send(int user, String page, Instant at) throws InterruptedException, ExecutionException {
    try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
      byte[] event =
          Json.bytes(
              Map.of(
                  "user_id",
                  user,
                  "event",
                  page,
                  "ts",
                  at.toEpochMilli(),
                  "ip_address",
                  "192.0.2.1"));
      producer.send(new ProducerRecord<>(EVENTS, String.valueOf(user), event)).get();
    }
  }

  /** The stored result of a user and the last window that begins before a time. */
  Document awaitResult(int user, Instant at, Predicate<Document> wanted) {
    long start = at.toEpochMilli() - at.toEpochMilli() % SLIDE.toMillis();
    Window window = new Window(user, Instant.ofEpochMilli(start));
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                stored().stream()
                    .filter(it -> window(it).equals(window))
                    .filter(wanted)
                    .findFirst(),
            Optional::isPresent)
        .get();
  }

  private static Window window(Document document) {
    return window(json(document));
  }

  private static JsonNode json(Document document) {
    return Json.read(document.toJson(), JsonNode.class);
  }

  private static Window window(JsonNode result) {
    return new Window(
        result.path("user_id").asInt(), Instant.parse(result.path("window_start").asText()));
  }

  private static Counts counts(JsonNode result) {
    return new Counts(
        result.path("main_views").asInt(-1),
        result.path("product_views").asInt(-1),
        result.path("listing_views").asInt(-1),
        result.path("gallery_views").asInt(-1));
  }

  private List<ConsumerRecord<String, byte[]>> messages(String topic) {
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(it -> new TopicPartition(topic, it.partition()))
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
