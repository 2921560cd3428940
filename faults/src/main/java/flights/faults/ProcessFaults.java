package flights.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What is done to processes and to the machine below them. */
final class ProcessFaults {

  private ProcessFaults() {}

  static Fault<TestSystem> kill(String name, Function<TestSystem, ManagedProcess> process) {
    return new Fault<>(
        "kill-" + name,
        "kill -9 of the " + name,
        true,
        context -> {
          process.apply(context.system()).kill();
          return null;
        });
  }

  static Fault<TestSystem> stop(String name, Function<TestSystem, ManagedProcess> process) {
    return new Fault<>(
        "stop-" + name,
        "SIGSTOP of the " + name + " for 30 s",
        false,
        context -> {
          process.apply(context.system()).pause(context.seconds(30));
          return null;
        });
  }

  static String killAll(FaultContext<TestSystem> context) {
    TestSystem system = context.system();
    List.of(system.broker(), system.store(), system.predictor(), system.web())
        .forEach(ManagedProcess::kill);
    return null;
  }

  static String clock(FaultContext<TestSystem> context) throws Exception {
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
}
