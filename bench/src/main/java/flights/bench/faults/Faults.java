package flights.bench.faults;

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
  static final List<Fault<Yard>> OF_YARD =
      List.of(
          new Fault<>("none", "nothing goes wrong", false, scene -> pause(scene, 10)),
          kill("predictor", Yard::predictor),
          kill("web", Yard::web),
          kill("broker", Yard::broker),
          kill("store", Yard::store),
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
          stop("predictor", Yard::predictor),
          stop("web", Yard::web),
          stop("broker", Yard::broker),
          stop("store", Yard::store),
          cut("broker", Yard::toBroker),
          cut("store", Yard::toStore),
          reset("broker", Yard::toBroker),
          reset("store", Yard::toStore),
          delay("broker", Yard::toBroker),
          delay("store", Yard::toStore),
          swallow("broker", Yard::toBroker),
          swallow("store", Yard::toStore),
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
      Stream.<Fault<?>>concat(OF_YARD.stream(), OF_UP.stream()).toList();

  private Faults() {}

  private static Fault<Yard> kill(String name, Function<Yard, Part> part) {
    return new Fault<>(
        "kill-" + name,
        "kill -9 of the " + name,
        true,
        scene -> {
          part.apply(scene.system()).kill();
          return null;
        });
  }

  private static Fault<Yard> stop(String name, Function<Yard, Part> part) {
    return new Fault<>(
        "stop-" + name,
        "SIGSTOP of the " + name + " for 30 s",
        false,
        scene -> {
          part.apply(scene.system()).pause(scene.seconds(30));
          return null;
        });
  }

  private static Fault<Yard> cut(String name, Function<Yard, Proxy> proxy) {
    return network(
        "cut-" + name, "the " + name + " cannot be reached for 30 s", true, proxy, Proxy::cut);
  }

  private static Fault<Yard> swallow(String name, Function<Yard, Proxy> proxy) {
    return network(
        "hang-" + name,
        "the " + name + " takes all that is sent and says nothing for 30 s",
        false,
        proxy,
        Proxy::swallow);
  }

  private static Fault<Yard> delay(String name, Function<Yard, Proxy> proxy) {
    return network(
        "delay-" + name,
        "all to and from the " + name + " takes 100 ms longer for 30 s",
        false,
        proxy,
        it -> it.delay(100));
  }

  private static Fault<Yard> network(
      String name,
      String what,
      boolean quick,
      Function<Yard, Proxy> proxy,
      java.util.function.Consumer<Proxy> how) {
    return new Fault<>(
        name,
        what,
        quick,
        scene -> {
          Proxy between = proxy.apply(scene.system());
          how.accept(between);
          try {
            return pause(scene, 30);
          } finally {
            between.pass();
          }
        });
  }

  private static Fault<Yard> reset(String name, Function<Yard, Proxy> proxy) {
    return new Fault<>(
        "reset-" + name,
        "all connections to the " + name + " are reset every second for 30 s",
        false,
        scene -> {
          long end = System.nanoTime() + scene.seconds(30).toNanos();
          while (System.nanoTime() < end) {
            proxy.apply(scene.system()).reset();
            Thread.sleep(1_000);
          }
          return null;
        });
  }

  private static String fullCheckpoint(Scene<Yard> scene) throws Exception {
    return onFullDisk(scene, scene.system().predictor(), "checkpoints", 16 * MEGABYTE);
  }

  private static String fullBroker(Scene<Yard> scene) throws Exception {
    return onFullDisk(scene, scene.system().broker(), "kafka", 200 * MEGABYTE);
  }

  private static String fullStore(Scene<Yard> scene) throws Exception {
    return onFullDisk(scene, scene.system().store(), "store", 200 * MEGABYTE);
  }

  private static String killAll(Scene<Yard> scene) {
    Yard yard = scene.system();
    List.of(yard.broker(), yard.store(), yard.predictor(), yard.web()).forEach(Part::kill);
    return null;
  }

  private static String onFullDisk(Scene<Yard> scene, Part part, String name, long room)
      throws Exception {
    Path folder = scene.system().settings().home().folder().resolve(name);
    part.stop();
    try (Moved moved = Moved.to(folder, room)) {
      try {
        part.start();
        scene.awaitAnswer();
        moved.disk().fill();
        scene.pause(15);
        part.kill();
        scene.pause(15);
        moved.disk().free();
        scene.isOver();
      } finally {
        part.stop();
      }
    } finally {
      part.start();
    }
    return null;
  }

  private static String clock(Scene<Yard> scene) throws Exception {
    Yard yard = scene.system();
    WrongClock clock = WrongClock.in(yard.folder());
    for (Part part : List.of(yard.broker(), yard.store(), yard.predictor(), yard.web())) {
      part.restart(clock.environment());
    }
    scene.awaitAnswer();
    for (int hours : List.of(1, -1, 0)) {
      clock.ahead(Duration.ofHours(hours));
      scene.pause(15);
    }
    return null;
  }

  private static String timeStamps(Scene<Yard> scene) throws InterruptedException {
    scene.load().clockError(Duration.ofDays(-3650));
    scene.pause(10);
    scene.load().clockError(Duration.ofDays(365));
    scene.pause(10);
    scene.load().clockError(Duration.ZERO);
    return null;
  }

  private static String swap(Scene<Yard> scene) throws Exception {
    for (int i = 0; i < (scene.isShort() ? 2 : 5); i++) {
      promote(scene, scene.system().anotherVersion("s" + System.nanoTime()));
    }
    return null;
  }

  private static String rollback(Scene<Yard> scene) throws Exception {
    ModelRegistry models = scene.system().models();
    String before = models.champion(Yard.MODEL).orElseThrow().version();
    promote(scene, scene.system().anotherVersion("r" + System.nanoTime()));
    models.rollback(Yard.MODEL);
    awaitVersion(scene, before);
    return null;
  }

  private static String corrupt(Scene<Yard> scene) throws Exception {
    ModelRegistry models = scene.system().models();
    String before = models.champion(Yard.MODEL).orElseThrow().version();
    String damaged = scene.system().anotherVersion("d" + System.nanoTime());
    scene.system().damage(damaged);
    models.promote(Yard.MODEL, damaged, "to see it refused");
    scene.pause(20);
    String serves = scene.awaitAnswer();
    models.rollback(Yard.MODEL);
    if (!serves.equals(before)) {
      throw new IllegalStateException("a damaged version serves: " + serves);
    }
    return "refused, the one before went on";
  }

  private static void promote(Scene<Yard> scene, String version) throws InterruptedException {
    scene.system().models().promote(Yard.MODEL, version, "a fault is tried");
    awaitVersion(scene, version);
    scene.pause(5);
  }

  private static void awaitVersion(Scene<Yard> scene, String version) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!scene.awaitAnswer().equals(version)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(version + " does not serve");
      }
      Thread.sleep(100);
    }
  }

  private static String slowConsumer(Scene<Yard> scene) throws InterruptedException {
    try (SlowReader reader = new SlowReader(scene.system())) {
      scene.pause(30);
      return "it had read " + reader.read() + " when the others had all";
    }
  }

  private static String overload(Scene<Yard> scene) throws InterruptedException {
    int usual = scene.load().webRate();
    scene.load().webRate(usual * 2 * 10);
    try {
      scene.pause(60);
    } finally {
      scene.load().webRate(usual);
    }
    return null;
  }

  private static String pause(Scene<Yard> scene, int full) throws InterruptedException {
    scene.pause(full);
    return null;
  }
}
