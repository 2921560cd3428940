package flights.standalone;

import flights.core.check.Check;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.process.LifeSign;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.streams.StatementFolders;
import flights.core.tracker.Tracker;
import flights.core.training.TrainingListener;
import flights.flight.FlightCollections;
import flights.flight.FlightTopics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything on one machine, until it is told to stop. */
final class Up {

  private static final Logger LOG = LoggerFactory.getLogger(Up.class);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);
  private static final Duration CHILDREN_STOP_WITHIN = Duration.ofSeconds(5);

  private final Settings settings;
  private final UpOptions options;
  private final Launcher launcher;
  private final ProcessTable table;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Up(Settings settings, UpOptions options, Launcher launcher) {
    this.settings = settings;
    this.options = options;
    this.launcher = launcher;
    this.table = new ProcessTable(settings.home().processes());
  }

  /** Returns the exit code. */
  int run() throws Exception {
    requireModel();
    // Now: the queries start only after the training of a first model, which takes minutes.
    var unused = StatementFolders.installed().require(settings.streams());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try (HomeLock lock = HomeLock.take(settings)) {
      LifeSign.give(settings.home().lifeSign(UsedResources.PARENT));
      Ports.requireFree(settings.webPort(), "the web server", "FLIGHTS_WEB_PORT");
      Servers.requirePortsFree(settings);
      return serveOnServers(new Servers(settings, launcher, table));
    } finally {
      stopped.countDown();
    }
  }

  /** It is ready when that one has answered. */
  private void requireModel() {
    if (!settings.models().contains(settings.model())) {
      throw new StartException(
          "FLIGHTS_MODELS lacks "
              + settings.model()
              + ", which the pages ask (FLIGHTS_MODEL); ./flights predict serves others alone");
    }
  }

  private int serveOnServers(Servers servers) throws Exception {
    try (Questions questions = new Questions(settings, ANSWERS_WITHIN);
        Watchdogs watchdogs = new Watchdogs(questions)) {
      servers.start();
      watchdogs.watch(servers.children().values());
      if (!servers.awaitReady(stopping)) {
        return 0;
      }
      prepare();
      return serve(watchdogs);
    } finally {
      servers.stop();
    }
  }

  private int serve(Watchdogs watchdogs) throws IOException, InterruptedException {
    Child predictor = launcher.child(Processes.PREDICTOR, table, "predict");
    Child web = launcher.child(Processes.WEB, table, "web");
    List<Child> children = new ArrayList<>(List.of(predictor, web));
    Optional<Child> streams = streams();
    streams.ifPresent(children::add);
    FirstImport firstImport = new FirstImport(launcher, table, options);
    try (Store store = Store.open(settings);
        TrainingListener trainings = trainings(store)) {
      Optional<Tracker> tracker = Tracker.of(settings, store);
      try {
        web.keepRunning();
        watchdogs.watch(List.of(web));
        if (!modelRegistered() && !train()) {
          return 1;
        }
        predictor.keepRunning();
        watchdogs.watch(List.of(predictor));
        // After the training of a first model: statements may call it.
        streams.ifPresent(
            child -> {
              child.keepRunning();
              watchdogs.watch(List.of(child));
            });
        if (new Probe(settings, table).awaitAnswer(stopping)) {
          LOG.info("ready: http://{}/", settings.webAddress());
          children.add(nextStartMadeQuick());
          firstImport.begin(settings);
          trainings.start();
          tracker.ifPresent(Tracker::start);
        }
        stopping.await();
        return 0;
      } finally {
        // Before the listener is closed, which takes its time too: the children end meanwhile.
        tracker.ifPresent(Tracker::close);
        firstImport.stop();
        children.forEach(Child::stop);
      }
    } finally {
      Instant deadline = Instant.now().plus(CHILDREN_STOP_WITHIN);
      for (Child child : children) {
        child.awaitStopped(deadline);
      }
      firstImport.awaitStopped(deadline);
    }
  }

  private Optional<Child> streams() {
    return settings.streams().isEmpty()
        ? Optional.empty()
        : Optional.of(launcher.child("sql", table, "sql"));
  }

  /** Now that all classes are loaded that an answer needs. */
  private Child nextStartMadeQuick() {
    List<String> command = new ArrayList<>(List.of("archive"));
    command.addAll(List.of("standalone", String.valueOf(ProcessHandle.current().pid())));
    for (String name : Processes.SERVING) {
      table
          .get(name)
          .filter(ProcessState::running)
          .ifPresent(state -> command.addAll(List.of(name, String.valueOf(state.pid()))));
    }
    Child archive = launcher.child("archive", table, command.toArray(String[]::new));
    archive.begin(code -> {});
    return archive;
  }

  private TrainingListener trainings(Store store) {
    return new TrainingListener(new Kafka(settings), store, new TrainingScript(launcher, table));
  }

  private void prepare() throws Exception {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin();
        Store store = Store.open(settings)) {
      require(kafka.check(admin));
      require(store.check());
      Topics.ensure(admin, FlightTopics.ALL, settings.partitions(), settings.keep());
      FlightCollections.ensureIndexes(store.database());
    }
  }

  private static void require(Check check) {
    if (!check.up()) {
      throw new StartException(check.detail());
    }
  }

  private boolean modelRegistered() {
    try (Store store = Store.open(settings)) {
      return new ModelRegistry(store.database()).champion(settings.model()).isPresent();
    }
  }

  private boolean train() throws IOException, InterruptedException {
    LOG.info(
        "no version of {} is registered yet: training one on {}",
        settings.model(),
        options.data() == null ? "the bundled data" : options.data());
    Child trainer = launcher.child("trainer", table, options.training());
    Thread stopper = new Thread(() -> stopWhenStopping(trainer), "stop-train");
    stopper.setDaemon(true);
    stopper.start();
    int code = trainer.runOnce();
    if (code != 0 && stopping.getCount() > 0) {
      LOG.error("the trainer {}", Exit.words(code, ""));
    }
    return code == 0;
  }

  private void stopWhenStopping(Child trainer) {
    try {
      stopping.await();
      trainer.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    boolean started = stopped.getCount() > 0;
    stopping.countDown();
    try {
      stopped.await();
      if (started) {
        LOG.info("stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
