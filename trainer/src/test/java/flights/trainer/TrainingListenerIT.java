package flights.trainer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.TrainCommand;
import flights.core.files.Sha256;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Collections;
import flights.core.store.Store;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJob.State;
import flights.core.training.TrainingJobs;
import flights.core.training.TrainingListener;
import flights.core.training.TrainingRequest;
import flights.model.ModelPackages;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.upload.UploadCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.conf.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a message on Kafka to a registered version, with a real broker, store and trainer. */
class TrainingListenerIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private EmbeddedStore embedded;
  private Kafka kafka;
  private Store store;
  private TrainingJobs jobs;
  private Producer<String, byte[]> producer;
  private final List<List<String>> ran = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    embedded = EmbeddedStore.inMemory(0);
    kafka = new Kafka(broker.servers());
    store = Store.open(embedded.uri(), "test");
    jobs = new TrainingJobs(store);
    producer = kafka.producer(Map.of());
    try (Admin admin = kafka.admin()) {
      Topics.ensure(admin, List.of(Topics.TRAINING_REQUESTS), 1, Duration.ofDays(30));
    }
  }

  @AfterEach
  void close() {
    producer.close();
    store.close();
    embedded.close();
    broker.close();
  }

  @Test
  void aMessageBecomesARegisteredVersion() {
    TrainingRequest request = request("sentiment", null, Map.of("sample", "0.6"));

    try (TrainingListener listener = listening(new InThisProcess())) {
      send(request);
      TrainingJob done = awaitState(request, State.DONE);

      assertThat(new ModelRegistry(store.database()).champion("sentiment").orElseThrow().version())
          .isEqualTo(done.version());
      assertThat(done.message()).startsWith("It answers now: ").contains("the first version");
      assertThat(done.stage()).isEqualTo("writing and trying the package");
      assertThat(done.share()).isEqualTo(1);
      assertThat(done.attempts()).isEqualTo(1);
    }
  }

  @Test
  void dataThatCannotBeReadFailTheJobWithOneLine() {
    TrainingRequest request = request("sentiment", folder.resolve("no.csv").toString(), Map.of());

    try (TrainingListener listener = listening(new InThisProcess())) {
      send(request);

      assertThat(awaitState(request, State.FAILED).message()).contains("no.csv");
    }
  }

  @Test
  void aMessageThatComesTwiceIsOneJobAndNonsenseIsPassedOver() {
    TrainingRequest twice = request("first", null, Map.of());
    TrainingRequest last = request("last", null, Map.of("test-from", "2013-11-01"));

    try (TrainingListener listener = listening(new Ends(0))) {
      send(twice);
      send("{\"id\":".getBytes(StandardCharsets.UTF_8));
      send("null".getBytes(StandardCharsets.UTF_8));
      send(request("bad", null, Map.of("master", "elsewhere")));
      awaitState(twice, State.FAILED);
      send(twice);
      send(last);
      awaitState(last, State.FAILED);

      assertThat(ran)
          .containsExactly(
              List.of("train", "first", "--job", twice.id()),
              List.of("train", "last", "--job", last.id(), "--test-from", "2013-11-01"));
    }
  }

  @Test
  void aTrainerThatIsAlwaysKilledFailsItsJobAndTheNextGoesOn() {
    TrainingRequest killed = request("killed", null, Map.of());
    TrainingRequest next = request("next", null, Map.of());

    try (TrainingListener listener = listening(new Ends(KILLED))) {
      send(killed);
      send(next);

      assertThat(awaitState(killed, State.FAILED).message())
          .isEqualTo("the trainer was killed by signal 9, 3 times");
      awaitState(next, State.FAILED);
    }
  }

  /** With a real process, which nothing asks before it ends. */
  @Test
  void aTrainerThatIsKilledInTheMidstIsBegunAgainAndMakesOneVersion() {
    TrainingRequest request = request("sentiment", null, Map.of("sample", "0.6"));

    try (TrainingListener listener = listening(new KilledOnce(request.id()))) {
      send(request);
      TrainingJob done = awaitState(request, State.DONE);

      assertThat(done.attempts()).isEqualTo(2);
      assertThat(versions()).containsExactly(done.version()).containsExactly(done.versionName());
    }
  }

  @Test
  void whoFindsTheVersionMadeOnlyEndsTheJob() {
    TrainingRequest request = request("sentiment", null, Map.of("sample", "0.6"));
    try (TrainingListener listener = listening(new InThisProcess())) {
      send(request);
      awaitState(request, State.DONE);
    }
    String message = jobs.find(request.id()).orElseThrow().message();
    // As a process leaves it that is killed, with its listener, when all is done but not told yet.
    var stored = store.collection(Collections.TRAINING_JOBS);
    stored.updateOne(
        eq("_id", request.id()),
        combine(set("state", "running"), set("aliveAt", new Date(0)), unset("message")));
    store.collection(Collections.MODELS).deleteOne(eq("kind", "champion"));

    try (TrainingListener listener = listening(new InThisProcess())) {
      assertThat(awaitState(request, State.DONE).message()).isEqualTo(message);
      assertThat(versions()).hasSize(1);
      assertThat(new ModelRegistry(store.database()).champion("sentiment")).isPresent();

      send(request);
      TrainingRequest later = request("sentiment", folder.resolve("no.csv").toString(), Map.of());
      send(later);
      awaitState(later, State.FAILED);
      assertThat(jobs.find(request.id()).orElseThrow().attempts()).isEqualTo(2);
      assertThat(versions()).hasSize(1);
    }
  }

  @Test
  void anUploadIsLookedAtBeforeItIsLearntFrom() throws Exception {
    String rows = Files.readString(ROOT.resolve("resources/pipelines/sentiment/comments.csv"));
    TrainingRequest good = upload(rows);
    TrainingRequest cutOff = upload(rows + "last,\"a comment that");
    TrainingRequest twoLabels = upload(rows.replaceFirst("label", "label,label"));

    try (TrainingListener listener = listening(new InThisProcess())) {
      send(good);
      send(cutOff);
      send(twoLabels);

      assertThat(awaitState(cutOff, State.FAILED).message())
          .matches("my.csv: line \\d+ has a quote that is not closed: the file seems .*");
      assertThat(awaitState(twoLabels, State.FAILED).message())
          .isEqualTo("my.csv: its header names more than once: label");
      assertThat(awaitState(good, State.DONE).rows())
          .isEqualTo(rows.lines().filter(line -> !line.isBlank()).count() - 1);
      assertThat(versions()).hasSize(1);
    }
  }

  @Test
  void aListenerThatStopsGivesItsJobBackAndTheNextOneDoesIt() {
    TrainingRequest request = request("sentiment", null, Map.of("sample", "0.6"));
    try (TrainingListener listener = listening(new RunsUntilStopped())) {
      send(request);
      await().until(() -> !ran.isEmpty());
    }
    assertThat(jobs.find(request.id()).orElseThrow().state()).isEqualTo(State.QUEUED);

    try (TrainingListener listener = listening(new InThisProcess())) {
      assertThat(awaitState(request, State.DONE).attempts()).isEqualTo(2);
    }
  }

  private TrainingListener listening(TrainingListener.Script script) {
    TrainingListener listener = new TrainingListener(kafka, store, script);
    listener.start();
    return listener;
  }

  private TrainingJob awaitState(TrainingRequest request, State state) {
    return await()
        .atMost(Duration.ofMinutes(15))
        .until(
            () -> jobs.find(request.id()).orElse(null), job -> job != null && job.state() == state);
  }

  private List<String> versions() {
    return new ModelRegistry(store.database())
        .versions("sentiment").stream().map(ModelVersion::version).toList();
  }

  private TrainingRequest upload(String rows) throws IOException {
    TrainingRequest plain = request("sentiment", null, Map.of());
    byte[] content = rows.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve(plain.id() + ".csv"), content);
    return new TrainingRequest(
        plain.id(),
        plain.model(),
        file.toUri().toString(),
        plain.options(),
        plain.askedAt(),
        Sha256.hex(content),
        (long) content.length,
        "my.csv");
  }

  private static TrainingRequest request(String model, String data, Map<String, String> options) {
    return new TrainingRequest(
        UUID.randomUUID().toString(), model, data, new TreeMap<>(options), Instant.now());
  }

  private void send(TrainingRequest request) {
    send(Json.bytes(request));
  }

  private void send(byte[] message) {
    var unused = producer.send(new ProducerRecord<>(Topics.TRAINING_REQUESTS, "job", message));
    producer.flush();
  }

  /** What {@code ./flights train --job} does, with the Spark of the tests. */
  private final class InThisProcess implements TrainingListener.Script {
    @Override
    public int run(List<String> words) {
      TrainCommand asked = CommandLines.read(TrainCommand.class, words.subList(1, words.size()));
      try {
        ModelRegistry registry = new ModelRegistry(store.database());
        PipelineReader pipelines = new PipelineReader(ROOT.resolve("resources/pipelines"));
        UploadCheck check = new UploadCheck(pipelines, new Configuration());
        new Job(jobs, registry, check, asked.job().orElseThrow())
            .run(
                TrainOptions.of("flight-delay", asked),
                (options, watcher) ->
                    new Training(
                            SparkForTests.forFewRows(),
                            ROOT,
                            new ModelPackages(
                                folder.resolve("models").toUri().toString(), new Configuration()),
                            store,
                            watcher)
                        .run(options));
        return 0;
      } catch (Exception e) {
        return 1;
      }
    }

    @Override
    public void stop() {}
  }

  /** The trainer's own process, which is killed when it fits its first model, and then not. */
  private final class KilledOnce implements TrainingListener.Script {

    private final String job;
    private boolean killed;

    private KilledOnce(String job) {
      this.job = job;
    }

    @Override
    public int run(List<String> words) throws Exception {
      Process process = start(words.subList(1, words.size()));
      if (!killed) {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> String.valueOf(jobs.find(job).orElseThrow().stage()).contains("fitting"));
        killed = true;
        process.destroyForcibly();
      }
      return process.waitFor();
    }

    private Process start(List<String> words) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "@" + ROOT.resolve("jvm.options"),
                  "-Xmx1g",
                  "-XX:TieredStopAtLevel=1",
                  "-Dflights.root=" + ROOT,
                  "-cp",
                  System.getProperty("java.class.path"),
                  TrainerMain.class.getName()));
      command.addAll(words);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
      builder.environment().put("MONGODB_URI", embedded.uri());
      builder.environment().put("MONGODB_DATABASE", "test");
      builder.environment().put("FLIGHTS_HOME", folder.resolve("home").toString());
      return builder.start();
    }

    @Override
    public void stop() {}
  }

  /** A process that tells nothing and ends. */
  private final class Ends implements TrainingListener.Script {
    private final int code;

    private Ends(int code) {
      this.code = code;
    }

    @Override
    public int run(List<String> words) {
      ran.add(words);
      return code;
    }

    @Override
    public void stop() {}
  }

  private final class RunsUntilStopped implements TrainingListener.Script {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public int run(List<String> words) throws InterruptedException {
      ran.add(words);
      stopped.await();
      return KILLED;
    }

    @Override
    public void stop() {
      stopped.countDown();
    }
  }
}
