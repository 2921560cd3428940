package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is kept with its reason, and what comes before and after is answered. */
class BadMessagesIT {

  /** More of them on demand: {@code -Dflights.test.random=100000}. */
  private static final int RANDOM = Integer.getInteger("flights.test.random", 1_000);

  private static final String ANSWERED_BEFORE = "a request with this id was answered before";

  @TempDir static Path home;
  private static Cluster cluster;
  private static RunningServing serving;

  @BeforeAll
  static void serve() {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
    serving = new RunningServing(cluster.settings, TriggerMode.REAL_TIME);
  }

  @AfterAll
  static void close() {
    serving.close();
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | the message is not JSON",
        "{\"Id\":\"ID\",\"Number\" | the message is not JSON",
        "[1, 2] | the message is not a JSON object",
        "null | the message is not a JSON object",
        "{\"Id\":\"ID\",\"Number\":\"two\"} | Number is not a number",
        "{\"Id\":\"ID\",\"Number\":[2]} | Number is not a number",
        "{\"Id\":\"ID\"} | Number is missing",
        "{\"Id\":\"ID\",\"Number\":null} | Number is missing",
        "{\"Id\":\"ID\",\"Number\":2000000} | Number is 2000000.0, outside",
        "{\"Id\":\"ID\",\"Number\":1e999} | Number is not a number",
        "{\"Id\":\"ID\",\"Number\":2,\"Day\":\"+999999999-12-31\"} | Day is not a date",
        "{\"Id\":\"ID\",\"Number\":2,\"At\":\"-1000000000-01-01T00:00:00Z\"} | At is not a time",
        "{\"Id\":7,\"Number\":2} | Id is not a text",
        "{\"Id\":null,\"Number\":2} | Id is missing",
        "{\"Id\":\"\",\"Number\":2} | Id must be a text of 1 to 128 characters",
        "{\"Carrier\":\"AA\",\"Origin\":\"JFK\"} | Id is missing; Number is missing"
      })
  void anyKindIsKeptWithItsReason(String message, String reason) {
    String id = UUID.randomUUID().toString();
    goodBadGood(message.strip().replace("ID", id).getBytes(StandardCharsets.UTF_8), reason.strip());

    if (message.contains("\"ID\"") && !reason.contains("JSON")) {
      assertThat(rejection(id))
          .containsEntry("Topic", Cluster.REQUESTS)
          .containsKeys("Partition", "Offset", "RejectedAt")
          .extracting("Reason")
          .asString()
          .startsWith(reason.strip());
    }
  }

  @Test
  void bytesThatAreNoText() {
    goodBadGood(new byte[] {(byte) 0xc3, 0x28, (byte) 0xff}, "the message is not UTF-8 text");
  }

  @Test
  void noBytesAtAll() {
    goodBadGood(new byte[0], "the message is not JSON");
  }

  @Test
  void aMegabyteOfText() {
    String text = "x".repeat(1_000_000);
    goodBadGood(
        Json.bytes(Map.of("Id", "big", "Number", 1, "Text", text)), "the message has 10000");
  }

  @Test
  void anIdThatWasAnsweredBefore() {
    String id = UUID.randomUUID().toString();
    cluster.ask(id, 1);
    await().until(() -> answer(id) != null);
    byte[] again = Json.bytes(Map.of("Id", id, "Number", 2));
    cluster.send(id, again);
    ConsumerRecord<String, byte[]> letter = awaitLetter(again);

    assertThat(Cluster.header(letter, DeadLetters.REASON)).isEqualTo(ANSWERED_BEFORE);
    assertThat(answer(id)).containsEntry("Product", 10.0);
    assertThat(rejection(id)).containsEntry("Reason", ANSWERED_BEFORE);
  }

  @Test
  void anIdThatWasRejectedBeforeIsAnsweredWhenItIsGood() {
    String id = UUID.randomUUID().toString();
    byte[] bad = Json.bytes(Map.of("Id", id, "Number", "two"));
    cluster.send(id, bad);
    awaitLetter(bad);
    cluster.ask(id, 2);

    await().untilAsserted(() -> assertThat(answer(id)).containsEntry("Product", 20.0));
  }

  @Test
  void randomBytes() {
    Random random = new Random(42);
    byte[] good = Json.bytes(Map.of("Id", "random", "Number", 2));
    int before = cluster.messages(Cluster.ERRORS).size();
    for (int i = 0; i < RANDOM; i++) {
      cluster.sendSoon(bytes(random, good));
    }
    cluster.ask("after-random", 2);
    await().until(() -> answer("after-random") != null);

    await().atMost(Duration.ofMinutes(5)).until(() -> letters() == before + RANDOM);
    Set<String> sources = new HashSet<>();
    cluster.messages(Cluster.ERRORS).forEach(letter -> sources.add(source(letter)));
    assertThat(sources).hasSize(before + RANDOM);
  }

  /** Never a whole good one: the first byte is no brace. */
  private static byte[] bytes(Random random, byte[] good) {
    byte[] bytes = random.nextBoolean() ? new byte[random.nextInt(300)] : good.clone();
    if (bytes.length != good.length) {
      random.nextBytes(bytes);
    }
    for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    if (bytes.length > 0) {
      bytes[0] = bytes[0] == '{' ? (byte) '}' : bytes[0];
    }
    return bytes;
  }

  private static void goodBadGood(byte[] bad, String reason) {
    String before = UUID.randomUUID().toString();
    String after = UUID.randomUUID().toString();
    cluster.ask(before, 1);
    cluster.send("key of its own", bad);
    cluster.ask(after, 3);
    await().untilAsserted(() -> assertThat(answer(before)).containsEntry("Product", 10.0));
    await().untilAsserted(() -> assertThat(answer(after)).containsEntry("Product", 30.0));

    ConsumerRecord<String, byte[]> letter = awaitLetter(bad);
    assertThat(Cluster.header(letter, DeadLetters.REASON)).startsWith(reason);
    assertThat(Cluster.header(letter, DeadLetters.TOPIC)).isEqualTo(Cluster.REQUESTS);
    assertThat(Cluster.header(letter, DeadLetters.PARTITION)).matches("\\d+");
    assertThat(Cluster.header(letter, DeadLetters.OFFSET)).matches("\\d+");
  }

  private static ConsumerRecord<String, byte[]> awaitLetter(byte[] original) {
    List<ConsumerRecord<String, byte[]>> found =
        await()
            .until(
                () ->
                    cluster.messages(Cluster.ERRORS).stream()
                        .filter(letter -> Arrays.equals(letter.value(), original))
                        .toList(),
                letters -> !letters.isEmpty());
    return found.get(found.size() - 1);
  }

  private static int letters() {
    return cluster.messages(Cluster.ERRORS).size();
  }

  private static String source(ConsumerRecord<String, byte[]> letter) {
    return Cluster.header(letter, DeadLetters.PARTITION)
        + "/"
        + Cluster.header(letter, DeadLetters.OFFSET);
  }

  private static Document answer(String id) {
    return cluster.store.collection(Cluster.RESPONSES).find(Filters.eq("_id", id)).first();
  }

  private static Document rejection(String id) {
    return await()
        .until(
            () -> cluster.store.collection(Cluster.ERRORS).find(Filters.eq("_id", id)).first(),
            found -> found != null);
  }
}
