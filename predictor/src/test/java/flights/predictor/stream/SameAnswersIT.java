package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.model.SparkSessions;
import flights.predictor.batch.BatchScoring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same rows get the same answers, whichever way they come. */
class SameAnswersIT {

  private static final int GOOD = 200;
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final List<String> BAD =
      List.of("no JSON", "{\"Id\":\"bad\"}", "{\"Id\":\"worse\",\"Number\":\"two\"}");

  @TempDir static Path home;
  private static Cluster cluster;
  private static Map<String, Document> inRealTime;
  private static List<ConsumerRecord<String, byte[]>> sentInRealTime;
  private static List<ConsumerRecord<String, byte[]>> lettersInRealTime;

  @BeforeAll
  static void answerInRealTime() {
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
    IntStream.range(0, GOOD).forEach(i -> cluster.ask(String.valueOf(i), i, AT, DAY));
    BAD.forEach(message -> cluster.send(null, message.getBytes(StandardCharsets.UTF_8)));
    cluster.ask("0", 7);
    try (RunningServing serving = new RunningServing(cluster.settings, TriggerMode.REAL_TIME)) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> cluster.messages(Cluster.RESPONSES).size() == GOOD);
      await().until(() -> cluster.messages(Cluster.ERRORS).size() == BAD.size() + 1);
    }
    inRealTime = stored();
    sentInRealTime = cluster.messages(Cluster.RESPONSES);
    lettersInRealTime = cluster.messages(Cluster.ERRORS);
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void inMicroBatches() throws Exception {
    cluster.clearStore(Cluster.RESPONSES, Cluster.ERRORS);
    cluster.forgetCheckpoint();
    List<ConsumerRecord<String, byte[]>> sentBefore = cluster.messages(Cluster.RESPONSES);
    List<ConsumerRecord<String, byte[]>> lettersBefore = cluster.messages(Cluster.ERRORS);
    try (RunningServing serving = new RunningServing(cluster.settings, TriggerMode.AVAILABLE_NOW)) {
      serving.awaitEnd();
    }

    assertThat(stored()).isEqualTo(inRealTime);
    assertThat(answers(later(Cluster.RESPONSES, sentBefore))).isEqualTo(answers(sentInRealTime));
    assertThat(letters(later(Cluster.ERRORS, lettersBefore))).isEqualTo(letters(lettersInRealTime));
  }

  /** Without the store nothing tells that an id was used before. */
  @ParameterizedTest
  @EnumSource(
      value = TriggerMode.class,
      names = {"REAL_TIME", "AVAILABLE_NOW"})
  void onlySent(TriggerMode trigger) throws Exception {
    cluster.clearStore(Cluster.RESPONSES, Cluster.ERRORS);
    cluster.forgetCheckpoint();
    List<ConsumerRecord<String, byte[]>> sentBefore = cluster.messages(Cluster.RESPONSES);
    List<ConsumerRecord<String, byte[]>> lettersBefore = cluster.messages(Cluster.ERRORS);
    try (RunningServing serving =
        new RunningServing(cluster.with("FLIGHTS_ANSWERS", "sent"), trigger)) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> later(Cluster.RESPONSES, sentBefore).size() == GOOD + 1);
      await().until(() -> later(Cluster.ERRORS, lettersBefore).size() == BAD.size());
    }

    assertThat(answers(later(Cluster.RESPONSES, sentBefore)))
        .containsAll(answers(sentInRealTime))
        .anySatisfy(
            answer -> assertThat(answer).containsEntry("Id", "0").containsEntry("Product", 70.0));
    assertThat(letters(later(Cluster.ERRORS, lettersBefore)))
        .isSubsetOf(letters(lettersInRealTime));
    assertThat(stored()).isEmpty();
    assertThat(cluster.rejections()).isEmpty();
  }

  @Test
  void fromAFileToAFile() throws Exception {
    Path input = Files.write(home.resolve("requests.jsonl"), messages());
    Path output = home.resolve("answers.jsonl");
    new BatchScoring(cluster.settings).run(input.toString(), output.toString());

    List<Map<String, Object>> rows =
        Files.readAllLines(output).stream().map(SameAnswersIT::fields).toList();
    assertThat(rows).hasSize(GOOD + BAD.size());
    assertThat(rows.subList(0, GOOD)).isEqualTo(answers(sentInRealTime));
    assertThat(rows.subList(GOOD, rows.size()))
        .extracting(row -> row.get("Request"))
        .isEqualTo(BAD);
    assertThat(rows.get(GOOD + 1)).containsEntry("Error", "Number is missing").hasSize(2);
  }

  @Test
  void fromATableToATable() throws Exception {
    List<String> lines = new ArrayList<>(List.of("Id,Number,At,Day"));
    IntStream.range(0, GOOD).forEach(i -> lines.add(i + "," + i + "," + AT + "," + DAY));
    lines.add("worse,two,,");
    Path input = Files.write(home.resolve("requests.csv"), lines);
    Path output = home.resolve("answers.csv");
    new BatchScoring(cluster.settings).run(input.toString(), output.toString());

    List<String> rows = Files.readAllLines(output);
    assertThat(rows).hasSize(GOOD + 2);
    assertThat(rows.get(0))
        .isEqualTo("Id,Number,At,Day,Product,ModelVersion,ScoredAt,Error,Request");
    assertThat(rows.get(3)).startsWith("2,2.0,2026-11-21T12:00:00.000Z,2026-11-21,20.0,v1,");
    assertThat(rows.get(GOOD + 1)).startsWith(",,,,,,,Number is not a number,");
  }

  @Test
  void fromParquetToParquet() throws Exception {
    Path input = home.resolve("requests.parquet");
    Path output = home.resolve("answers.parquet");
    try (SparkSession spark = SparkSessions.start("tests", "local[2]", Map.of())) {
      spark
          .range(0, GOOD, 1, 3)
          .selectExpr("string(id) Id", "id Number")
          .write()
          .parquet(input.toString());
    }
    new BatchScoring(cluster.settings).run(input.toString(), output.toString());

    assertThat(output).isRegularFile();
    try (SparkSession spark = SparkSessions.start("tests", "local[2]", Map.of())) {
      Map<String, Double> products =
          spark.read().parquet(output.toString()).collectAsList().stream()
              .collect(Collectors.toMap(row -> row.getAs("Id"), row -> row.getAs("Product")));
      assertThat(products)
          .isEqualTo(
              inRealTime.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get("Product"))));
    }
  }

  @Test
  void fromACollectionToACollection() throws Exception {
    List<Document> tasks =
        IntStream.range(0, GOOD)
            .mapToObj(
                i ->
                    new Document("Id", String.valueOf(i))
                        .append("Number", i)
                        .append("At", Date.from(AT))
                        .append("Day", DAY.toString()))
            .collect(Collectors.toCollection(ArrayList::new));
    tasks.add(new Document("_id", "no-id-of-its-own").append("Number", 2.5));
    tasks.add(new Document("_id", "bad").append("Number", "two"));
    cluster.store.collection("prediction_tasks").insertMany(tasks);
    new BatchScoring(cluster.settings)
        .run("collection:prediction_tasks", "collection:prediction_results");

    Map<String, Document> results = byId("prediction_results");
    assertThat(results.remove("no-id-of-its-own")).containsEntry("Product", 25.0);
    assertThat(results.remove("bad")).containsEntry("Error", "Number is not a number");
    assertThat(results).isEqualTo(inRealTime);
  }

  private static List<String> messages() {
    List<String> messages =
        IntStream.range(0, GOOD)
            .mapToObj(
                i ->
                    Json.write(
                        new TreeMap<>(
                            Map.of("Id", String.valueOf(i), "Number", i, "At", AT, "Day", DAY))))
            .collect(Collectors.toCollection(ArrayList::new));
    messages.addAll(BAD);
    return messages;
  }

  private static Map<String, Document> stored() {
    return byId(Cluster.RESPONSES);
  }

  /** Without what tells when and how they came. */
  private static Map<String, Document> byId(String collection) {
    Map<String, Document> documents =
        cluster.store.collection(collection).find().into(new ArrayList<>()).stream()
            .collect(Collectors.toMap(found -> found.getString("_id"), Function.identity()));
    documents
        .values()
        .forEach(document -> List.of("ScoredAt", "_source").forEach(document::remove));
    return documents;
  }

  private static List<ConsumerRecord<String, byte[]>> later(
      String topic, List<ConsumerRecord<String, byte[]>> before) {
    List<ConsumerRecord<String, byte[]>> all = cluster.messages(topic);
    return all.stream()
        .filter(
            message ->
                before.stream()
                    .noneMatch(
                        old ->
                            old.partition() == message.partition()
                                && old.offset() == message.offset()))
        .toList();
  }

  private static List<Map<String, Object>> answers(List<ConsumerRecord<String, byte[]>> messages) {
    return messages.stream()
        .sorted((a, b) -> Integer.compare(Integer.parseInt(a.key()), Integer.parseInt(b.key())))
        .map(message -> fields(new String(message.value(), StandardCharsets.UTF_8)))
        .toList();
  }

  private static Map<String, Object> fields(String json) {
    try {
      Map<String, Object> fields = Json.mapper().readValue(json, new TypeReference<>() {});
      fields.remove("ScoredAt");
      fields.remove("_id");
      return fields;
    } catch (Exception e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static List<String> letters(List<ConsumerRecord<String, byte[]>> messages) {
    return messages.stream()
        .map(
            letter ->
                String.join(
                    "|",
                    Arrays.toString(letter.value()),
                    String.valueOf(letter.key()),
                    Cluster.header(letter, DeadLetters.REASON),
                    Cluster.header(letter, DeadLetters.TOPIC),
                    Cluster.header(letter, DeadLetters.PARTITION),
                    Cluster.header(letter, DeadLetters.OFFSET)))
        .sorted()
        .toList();
  }
}
