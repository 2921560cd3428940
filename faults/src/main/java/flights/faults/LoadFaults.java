package flights.faults;

import java.time.Duration;

/** What clients do. */
final class LoadFaults {

  private LoadFaults() {}

  static String nothing(FaultContext<TestSystem> context) throws InterruptedException {
    context.pause(10);
    return null;
  }

  static String timeStamps(FaultContext<TestSystem> context) throws InterruptedException {
    context.load().clockError(Duration.ofDays(-3650));
    context.pause(10);
    context.load().clockError(Duration.ofDays(365));
    context.pause(10);
    context.load().clockError(Duration.ZERO);
    return null;
  }

  static String slowConsumer(FaultContext<TestSystem> context) throws InterruptedException {
    try (SlowReader reader = new SlowReader(context.system())) {
      context.pause(30);
      return "it had read " + reader.read() + " when the others had all";
    }
  }

  static String overload(FaultContext<TestSystem> context) throws InterruptedException {
    int usual = context.load().webRate();
    context.load().webRate(usual * 2 * 10);
    try {
      context.pause(60);
    } finally {
      context.load().webRate(usual);
    }
    return null;
  }
}
