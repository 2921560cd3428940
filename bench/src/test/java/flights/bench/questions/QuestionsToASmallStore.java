package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store with little memory answers whatever it is asked, or says that it cannot hold it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuestionsToASmallStore {

  private static final String DATABASE = "heavy";
  private static final String[] HEAVY = {
    "{$unwind: '$Reasons'}", "{$group: {_id: '$Reasons.Text', n: {$sum: 1}}}"
  };
  private static final int TIME_IS_OVER = 50;
  private static final int TOO_MUCH = 292;
  private static final int CURSOR_NOT_FOUND = 43;
  private static final int CLIENTS = 8;
  private static final int QUESTIONS_EACH = 5;
  private static final int CURSORS = 2_000;
  private static final int ABANDONED = 50;
  private static final long PATIENCE_MINUTES = 5;
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m", "-XX:MaxDirectMemorySize=64m");

  /** Another client must not read what is being written. */
  private static final String WRITING = "out into a collection";

  @TempDir private static Path folder;
  private final int documents;
  private final List<Question> questions;
  private final Map<String, Expected> answers = new HashMap<>();
  private StoreProcess store;
  private MongoClient client;
  private MongoDatabase database;
  private BrokerBeside broker;
  private int asked;

  /**
   * A store that is filled with that many predictions.
   *
   * @param documents fewer, by the property {@code flights.test.predictions}, show whether answers
   *     are right, but not whether they fit
   */
  QuestionsToASmallStore(int documents) {
    this.documents = Integer.getInteger("flights.test.predictions", documents);
    this.questions = StoreQuestions.about(this.documents);
  }

  @BeforeAll
  void fill() throws Exception {
    Samples samples = new Samples(documents);
    answers.putAll(new SimpleAnswers(samples).byName());
    answers.putAll(new AggregatedAnswers(samples).byName());
    assertThat(names()).containsExactlyInAnyOrderElementsOf(answers.keySet());
    broker = BrokerBeside.start(folder.resolve("kafka"));
    broker.givesWhatItTakes();
    store =
        StoreProcess.start(
            System.getProperty("java.class.path"),
            SMALL_HEAP,
            Files.createDirectory(folder.resolve("store")));
    client = MongoClients.create(store.uri());
    database = database(client);
    SampleStore.fill(database, documents);
  }

  @AfterAll
  void close() throws Exception {
    try (BrokerBeside it = broker) {
      it.givesWhatItTakes();
    } finally {
      client.close();
      store.close();
    }
  }

  @AfterEach
  void theStoreGoesOn() throws Exception {
    assertThat(store.isAlive()).as("see what it said:%n%s", Files.readString(store.log())).isTrue();
    Document written = new Document("_id", ++asked).append("at", asked);
    database.getCollection("written").insertOne(written);
    assertThat(database.getCollection("written").find(new Document("_id", asked)))
        .containsExactly(written);
  }

  Stream<String> names() {
    return questions.stream().map(Question::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAnswerIsRightOrRefused(String name) {
    Expected expected = answers.get(name);
    boolean answered = isAnswered(question(name), expected, database);
    assertThat(answered || expected.refusal() != Expected.Refusal.WRONG)
        .as("this can be held, but was refused")
        .isTrue();
    assertThat(answered && expected.refusal() == Expected.Refusal.DEMANDED)
        .as("nobody can hold this")
        .isFalse();
  }

  @Test
  void manyWhoAskAtOnceAreAnsweredOrRefused() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> asking = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = new Random(i);
        asking.add(clients.submit(() -> ask(random)));
      }
      for (Future<?> one : asking) {
        one.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aQuestionThatTakesLongerThanItMayEnds() {
    // A timeout of the database would take the place of this one.
    assertThatThrownBy(
            () ->
                Question.aggregation(client.getDatabase(DATABASE), HEAVY)
                    .maxTime(1, TimeUnit.MILLISECONDS)
                    .first())
        .isInstanceOfSatisfying(
            MongoExecutionTimeoutException.class,
            e -> assertThat(e.getCode()).isEqualTo(TIME_IS_OVER));
  }

  @Test
  void questionsWhoseClientsAreGoneDoNotKeepOthersWaiting() throws Exception {
    for (int i = 0; i < ABANDONED; i++) {
      RawClient.askAndLeave(
          store.uri(),
          Document.parse(
              "{aggregate: '%s', $db: '%s', cursor: {}, pipeline: [%s]}"
                  .formatted(SampleStore.PREDICTIONS, DATABASE, String.join(",", HEAVY))));
    }
    assertThat(Question.predictions(database).find().first()).isNotNull();
    assertThat(Question.predictions(database).countDocuments()).isEqualTo(documents);
  }

  @Test
  void cursorsThatNobodyReadsAreForgotten() {
    List<Long> cursors =
        IntStream.range(0, CURSORS)
            .mapToObj(
                i ->
                    database.runCommand(
                        new Document("find", SampleStore.PREDICTIONS).append("batchSize", 2)))
            .map(reply -> reply.getEmbedded(List.of("cursor", "id"), Long.class))
            .toList();
    assertThat(cursors).doesNotHaveDuplicates().doesNotContain(0L);
    assertThatThrownBy(() -> more(cursors.get(0)))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(CURSOR_NOT_FOUND));
    assertThat(more(cursors.get(CURSORS - 1))).hasSize(3);
  }

  private List<Document> more(long cursor) {
    return database
        .runCommand(
            new Document("getMore", cursor)
                .append("collection", SampleStore.PREDICTIONS)
                .append("batchSize", 3))
        .get("cursor", Document.class)
        .getList("nextBatch", Document.class);
  }

  private void ask(Random random) {
    List<Question> mine = new ArrayList<>(questions);
    mine.removeIf(question -> question.name().equals(WRITING));
    Collections.shuffle(mine, random);
    try (MongoClient own = MongoClients.create(store.uri())) {
      for (Question question : mine.subList(0, QUESTIONS_EACH)) {
        isAnswered(question, answers.get(question.name()), database(own));
      }
    }
  }

  /** Fails when it is answered wrongly; false when it is refused. */
  private static boolean isAnswered(Question question, Expected expected, MongoDatabase database) {
    try {
      expected.answer().accept(question.ask(database).iterator());
      return true;
    } catch (MongoException e) {
      if (e.getCode() != TOO_MUCH) {
        fail(question.name() + ": " + e.getMessage(), e);
      }
      assertThat(database.getCollection(SampleStore.CARRIERS).countDocuments())
          .isEqualTo(SampleNames.CARRIERS.size());
      return false;
    }
  }

  private Question question(String name) {
    return questions.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static MongoDatabase database(MongoClient client) {
    return client.getDatabase(DATABASE).withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES);
  }
}
