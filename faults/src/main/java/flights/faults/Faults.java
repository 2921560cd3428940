package flights.faults;

import java.util.List;
import java.util.stream.Stream;

/** All that is known to go wrong. */
final class Faults {

  /** Done to a system whose processes are started one by one. */
  static final List<Fault<TestSystem>> OF_TEST_SYSTEM =
      List.of(
          new Fault<>("none", "nothing goes wrong", false, LoadFaults::nothing),
          ProcessFaults.kill("predictor", TestSystem::predictor),
          ProcessFaults.kill("web", TestSystem::web),
          ProcessFaults.kill("broker", TestSystem::broker),
          ProcessFaults.kill("store", TestSystem::store),
          new Fault<>(
              "kill-all",
              "kill -9 of all of them at once, as when the power goes",
              false,
              ProcessFaults::killAll),
          new Fault<>(
              "time-stamps",
              "requests with time stamps ten years ago, and in a year",
              true,
              LoadFaults::timeStamps),
          new Fault<>(
              "swap", "the champion moves to a new version, five times", true, ModelFaults::swap),
          new Fault<>(
              "rollback",
              "the champion moves to a new version and back",
              false,
              ModelFaults::rollback),
          new Fault<>(
              "corrupt-package",
              "the champion moves to a version whose package is damaged, and back",
              true,
              ModelFaults::corrupt),
          new Fault<>(
              "overload",
              "ten times the requests through the web server for a minute",
              true,
              LoadFaults::overload),
          ProcessFaults.stop("predictor", TestSystem::predictor),
          ProcessFaults.stop("web", TestSystem::web),
          ProcessFaults.stop("broker", TestSystem::broker),
          ProcessFaults.stop("store", TestSystem::store),
          NetworkFaults.cut("broker", TestSystem::toBroker),
          NetworkFaults.cut("store", TestSystem::toStore),
          NetworkFaults.reset("broker", TestSystem::toBroker),
          NetworkFaults.reset("store", TestSystem::toStore),
          NetworkFaults.delay("broker", TestSystem::toBroker),
          NetworkFaults.delay("store", TestSystem::toStore),
          NetworkFaults.swallow("broker", TestSystem::toBroker),
          NetworkFaults.swallow("store", TestSystem::toStore),
          new Fault<>(
              "disk-checkpoint",
              "the disk of the predictor's checkpoint is full for 30 s, and it is killed meanwhile",
              false,
              DiskFaults::fullCheckpoint),
          new Fault<>(
              "disk-broker", "the broker's disk is full for 30 s", false, DiskFaults::fullBroker),
          new Fault<>(
              "disk-store", "the store's disk is full for 30 s", false, DiskFaults::fullStore),
          new Fault<>(
              "slow-consumer",
              "somebody reads the response topic, one answer a second",
              false,
              LoadFaults::slowConsumer),
          new Fault<>(
              "clock",
              "the clocks of all processes go forward an hour, back two, and right again",
              false,
              ProcessFaults::clock),
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
}
