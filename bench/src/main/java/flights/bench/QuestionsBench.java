package flights.bench;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import flights.bench.questions.AskedStore;
import flights.bench.questions.Question;
import flights.bench.questions.Questioner;
import flights.bench.questions.SampleStore;
import flights.bench.questions.StoreQuestions;
import flights.bench.questions.TimedAnswer;
import flights.bench.report.Findings;
import flights.core.command.BenchCommands.BenchQuestionsCommand;
import flights.core.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** How long the store takes for what people ask in the shell, of very many predictions. */
final class QuestionsBench implements Bench<BenchQuestionsCommand> {

  private static final String WITHOUT = "without indexes";
  private static final String WITH = "with indexes";
  private static final String FILLING = "filling the store";
  private static final double MEGABYTE = 1 << 20;

  private static final List<String> INDEXES =
      List.of(
          "{Prediction: 1}",
          "{Carrier: 1}",
          "{Timestamp: 1}",
          "{ScoredAt: 1}",
          "{Origin: 1, Dest: 1}",
          "{FlightDate: 1}");

  @Override
  public Class<BenchQuestionsCommand> command() {
    return BenchQuestionsCommand.class;
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, BenchQuestionsCommand asked, Findings findings)
      throws Exception {
    int documents = asked.documents();
    int limit = (int) asked.limit().toSeconds();
    int heap = asked.heap();
    boolean running = asked.running();
    findings.parameter("documents", documents);
    findings.parameter("limit", limit + " s");
    findings.parameter("store", running ? "the one that runs" : "its own, heap " + heap + " MB");
    try (AskedStore store =
        running ? AskedStore.running(settings) : AskedStore.own(settings, BenchRun.root(), heap)) {
      fill(store, documents, findings);
      Questioner questioner =
          new Questioner(store.database().withTimeout(limit, TimeUnit.SECONDS), store::isAlive);
      rounds(store, questioner, StoreQuestions.about(documents), findings);
      if (!asked.keep()) {
        store.clear();
      }
    }
  }

  private static void fill(AskedStore store, int documents, Findings findings) throws Exception {
    System.out.printf("filling the store up to %,d predictions ...%n", documents);
    long start = System.nanoTime();
    long added = SampleStore.fill(store.database(), documents);
    findings.figure(FILLING, "predictions added", (double) added, "");
    findings.figure(FILLING, "time for that", secondsSince(start), "s");
    // Of an earlier run that has kept it.
    predictions(store).dropIndexes();
  }

  private static void rounds(
      AskedStore store, Questioner questioner, List<Question> questions, Findings findings) {
    Map<String, TimedAnswer> without = round(WITHOUT, store, questioner, questions, findings);
    Map<String, TimedAnswer> with = Map.of();
    if (store.isAlive() && isIndexed(store, findings)) {
      with = round(WITH, store, questioner, questions, findings);
    }
    System.out.printf("%n%-46s %24s %24s%n", "", WITHOUT, WITH);
    for (Question question : questions) {
      System.out.printf(
          "%-46s %24s %24s%n", question.name(), words(without, question), words(with, question));
    }
  }

  private static Map<String, TimedAnswer> round(
      String title,
      AskedStore store,
      Questioner questioner,
      List<Question> questions,
      Findings findings) {
    Map<String, TimedAnswer> answers = new LinkedHashMap<>();
    for (Question question : questions) {
      if (!store.isAlive()) {
        break;
      }
      TimedAnswer answer = questioner.ask(question);
      System.out.printf("%s: %s: %s%n", title, question.name(), answer.words());
      answers.put(question.name(), answer);
      answer.tell(findings, title, question.name());
      store.peakMemory();
    }
    store
        .peakMemory()
        .ifPresent(
            peak ->
                findings.figure(title, "(peak memory of the store so far)", peak / MEGABYTE, "MB"));
    return answers;
  }

  private static boolean isIndexed(AskedStore store, Findings findings) {
    System.out.println("making the indexes ...");
    long start = System.nanoTime();
    try {
      INDEXES.forEach(index -> predictions(store).createIndex(Document.parse(index)));
    } catch (MongoException e) {
      findings.fail("the indexes cannot be made: " + e.getMessage());
      return false;
    }
    findings.figure(WITH, "(time to make the indexes)", secondsSince(start), "s");
    return true;
  }

  private static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  private static String words(Map<String, TimedAnswer> answers, Question question) {
    TimedAnswer answer = answers.get(question.name());
    return answer == null ? "not asked" : answer.words();
  }

  private static MongoCollection<Document> predictions(AskedStore store) {
    return store.database().getCollection(SampleStore.PREDICTIONS);
  }
}
