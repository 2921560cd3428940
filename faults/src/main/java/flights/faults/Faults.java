package flights.faults;

import flights.core.registry.ModelRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is known to go wrong. */
final class Faults {

  private static final long MEGABYTE = 1 << 20;

  /** Done to a system whose processes are started one by one. */
  static final List<Fault<TestSystem>> OF_TEST_SYSTEM =
      List.of(
          new Fault<>("none", "nothing goes wrong", false, context -> pause(context, 10)),
          kill("predictor", TestSystem::predictor),
          kill("web", TestSystem::web),
          kill("broker", TestSystem::broker),
          kill("store", TestSystem::store),
          new Fault<>(
              "kill-all",
              "kill -9 of all of them at once, as when the power goes",
              false,
              Faults::killAll),
          new Fault<>(
              "time-stamps",
              "requests with time stamps ten years ago, and in a year",
              true,
              Faults::timeStamps),
          new Fault<>(
              "swap", "the champion moves to a new version, five times", true, Faults::swap),
          new Fault<>(
              "rollback", "the champion moves to a new version and back", false, Faults::rollback),
          new Fault<>(
              "corrupt-package",
              "the champion moves to a version whose package is damaged, and back",
              true,
              Faults::corrupt),
          new Fault<>(
              "overload",
              "ten times the requests through the web server for a minute",
              true,
              Faults::overload),
          stop("predictor", TestSystem::predictor),
          stop("web", TestSystem::web),
          stop("broker", TestSystem::broker),
          stop("store", TestSystem::store),
          cut("broker", TestSystem::toBroker),
          cut("store", TestSystem::toStore),
          reset("broker", TestSystem::toBroker),
          reset("store", TestSystem::toStore),
          delay("broker", TestSystem::toBroker),
          delay("store", TestSystem::toStore),
          swallow("broker", TestSystem::toBroker),
          swallow("store", TestSystem::toStore),
          new Fault<>(
              "disk-checkpoint",
              "the disk of the predictor's checkpoint is full for 30 s, and it is killed meanwhile",
              false,
              Faults::fullCheckpoint),
          new Fault<>(
              "disk-broker", "the broker's disk is full for 30 s", false, Faults::fullBroker),
          new Fault<>("disk-store", "the store's disk is full for 30 s", false, Faults::fullStore),
          new Fault<>(
              "slow-consumer",
              "somebody reads the response topic, one answer a second",
              false,
              Faults::slowConsumer),
          new Fault<>(
              "clock",
              "the clocks of all processes go forward an hour, back two, and right again",
              false,
              Faults::clock),
          new Fault<>(
              "heavy-query",
              HeavyQueries.CLIENTS
                  + " clients sort and group all of 200,000 predictions in the store, over and over"
                  + " for 30 s",
              true,
              new HeavyQueries()),
          new Fault<>(
              "store-out-of-memory",
              "the store has a heap of 64 MB, and three times a client sends it what that cannot"
                  + " hold; it ends of OutOfMemoryError",
              false,
              new StoreOutOfMemory()));

  /** Done to a {@code ./flights up}. */
  static final List<Fault<UpSystem>> OF_UP =
      List.of(
          new Fault<>(
              "store-hangs",
              "SIGSTOP of the store of a ./flights up, for ever",
              false,
              UpFaults::storeHangs),
          new Fault<>(
              "parent-killed",
              "kill -9 of a ./flights up, and a new one on the same home",
              false,
              UpFaults::parentKilled));

  static final List<Fault<?>> ALL =
      Stream.<Fault<?>>concat(OF_TEST_SYSTEM.stream(), OF_UP.stream()).toList();

  private Faults() {}

  private static Fault<TestSystem> kill(String name, Function<TestSystem, ManagedProcess> process) {
    return new Fault<>(
        "kill-" + name,
        "kill -9 of the " + name,
        true,
        context -> {
          process.apply(context.system()).kill();
          return null;
        });
  }

  private static Fault<TestSystem> stop(String name, Function<TestSystem, ManagedProcess> process) {
    return new Fault<>(
        "stop-" + name,
        "SIGSTOP of the " + name + " for 30 s",
        false,
        context -> {
          process.apply(context.system()).pause(context.seconds(30));
          return null;
        });
  }

  private static Fault<TestSystem> cut(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "cut-" + name, "the " + name + " cannot be reached for 30 s", true, proxy, Proxy::cut);
  }

  private static Fault<TestSystem> swallow(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "hang-" + name,
        "the " + name + " takes all that is sent and says nothing for 30 s",
        false,
        proxy,
        Proxy::swallow);
  }

  private static Fault<TestSystem> delay(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "delay-" + name,
        "all to and from the " + name + " takes 100 ms longer for 30 s",
        false,
        proxy,
        it -> it.delay(100));
  }

  private static Fault<TestSystem> network(
      String name,
      String what,
      boolean quick,
      Function<TestSystem, Proxy> proxy,
      java.util.function.Consumer<Proxy> how) {
    return new Fault<>(
        name,
        what,
        quick,
        context -> {
          Proxy between = proxy.apply(context.system());
          how.accept(between);
          try {
            return pause(context, 30);
          } finally {
            between.pass();
          }
        });
  }

  private static Fault<TestSystem> reset(String name, Function<TestSystem, Proxy> proxy) {
    return new Fault<>(
        "reset-" + name,
        "all connections to the " + name + " are reset every second for 30 s",
        false,
        context -> {
          long end = System.nanoTime() + context.seconds(30).toNanos();
          while (System.nanoTime() < end) {
            proxy.apply(context.system()).reset();
            Thread.sleep(1_000);
          }
          return null;
        });
  }

  private static String fullCheckpoint(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().predictor(), "checkpoints", 16 * MEGABYTE);
  }

  private static String fullBroker(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().broker(), "kafka", 200 * MEGABYTE);
  }

  private static String fullStore(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().store(), "store", 200 * MEGABYTE);
  }

  private static String killAll(FaultContext<TestSystem> context) {
    TestSystem system = context.system();
    List.of(system.broker(), system.store(), system.predictor(), system.web())
        .forEach(ManagedProcess::kill);
    return null;
  }

  private static String onFullDisk(
      FaultContext<TestSystem> context, ManagedProcess process, String name, long room)
      throws Exception {
    Path folder = context.system().settings().home().folder().resolve(name);
    process.stop();
    try (RelocatedFolder relocated = RelocatedFolder.to(folder, room)) {
      try {
        process.start();
        context.awaitAnswer();
        relocated.disk().fill();
        context.pause(15);
        process.kill();
        context.pause(15);
        relocated.disk().free();
        context.isOver();
      } finally {
        process.stop();
      }
    } finally {
      process.start();
    }
    return null;
  }

  private static String clock(FaultContext<TestSystem> context) throws Exception {
    TestSystem system = context.system();
    WrongClock clock = WrongClock.in(system.folder());
    for (ManagedProcess process :
        List.of(system.broker(), system.store(), system.predictor(), system.web())) {
      process.restart(clock.environment());
    }
    context.awaitAnswer();
    for (int hours : List.of(1, -1, 0)) {
      clock.ahead(Duration.ofHours(hours));
      context.pause(15);
    }
    return null;
  }

  private static String timeStamps(FaultContext<TestSystem> context) throws InterruptedException {
    context.load().clockError(Duration.ofDays(-3650));
    context.pause(10);
    context.load().clockError(Duration.ofDays(365));
    context.pause(10);
    context.load().clockError(Duration.ZERO);
    return null;
  }

  private static String swap(FaultContext<TestSystem> context) throws Exception {
    for (int i = 0; i < (context.isShort() ? 2 : 5); i++) {
      promote(context, context.system().anotherVersion("s" + System.nanoTime()));
    }
    return null;
  }

  private static String rollback(FaultContext<TestSystem> context) throws Exception {
    ModelRegistry models = context.system().models();
    String before = models.champion(TestSystem.MODEL).orElseThrow().version();
    promote(context, context.system().anotherVersion("r" + System.nanoTime()));
    models.rollback(TestSystem.MODEL);
    awaitVersion(context, before);
    return null;
  }

  private static String corrupt(FaultContext<TestSystem> context) throws Exception {
    ModelRegistry models = context.system().models();
    String before = models.champion(TestSystem.MODEL).orElseThrow().version();
    String damaged = context.system().anotherVersion("d" + System.nanoTime());
    context.system().damage(damaged);
    models.promote(TestSystem.MODEL, damaged, "to see it refused");
    context.pause(20);
    String serves = context.awaitAnswer();
    models.rollback(TestSystem.MODEL);
    if (!serves.equals(before)) {
      throw new IllegalStateException("a damaged version serves: " + serves);
    }
    return "refused, the one before went on";
  }

  private static void promote(FaultContext<TestSystem> context, String version)
      throws InterruptedException {
    context.system().models().promote(TestSystem.MODEL, version, "a fault is tried");
    awaitVersion(context, version);
    context.pause(5);
  }

  private static void awaitVersion(FaultContext<TestSystem> context, String version)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!context.awaitAnswer().equals(version)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(version + " does not serve");
      }
      Thread.sleep(100);
    }
  }

  private static String slowConsumer(FaultContext<TestSystem> context) throws InterruptedException {
    try (SlowReader reader = new SlowReader(context.system())) {
      context.pause(30);
      return "it had read " + reader.read() + " when the others had all";
    }
  }

  private static String overload(FaultContext<TestSystem> context) throws InterruptedException {
    int usual = context.load().webRate();
    context.load().webRate(usual * 2 * 10);
    try {
      context.pause(60);
    } finally {
      context.load().webRate(usual);
    }
    return null;
  }

  private static String pause(FaultContext<TestSystem> context, int full)
      throws InterruptedException {
    context.pause(full);
    return null;
  }
}
