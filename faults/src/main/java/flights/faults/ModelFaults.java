package flights.faults;

import flights.core.registry.ModelRegistry;
import java.time.Duration;

/** What is done to the champion. */
final class ModelFaults {

  private ModelFaults() {}

  static String swap(FaultContext<TestSystem> context) throws Exception {
    VersionCopies copies = new VersionCopies(context.system());
    for (int i = 0; i < (context.isShort() ? 2 : 5); i++) {
      promote(context, copies.another("s" + System.nanoTime()));
    }
    return null;
  }

  static String rollback(FaultContext<TestSystem> context) throws Exception {
    ModelRegistry models = context.system().models();
    String before = models.champion(TestSystem.MODEL).orElseThrow().version();
    promote(context, new VersionCopies(context.system()).another("r" + System.nanoTime()));
    models.rollback(TestSystem.MODEL);
    awaitVersion(context, before);
    return null;
  }

  static String corrupt(FaultContext<TestSystem> context) throws Exception {
    ModelRegistry models = context.system().models();
    String before = models.champion(TestSystem.MODEL).orElseThrow().version();
    String damaged = new VersionCopies(context.system()).damaged("d" + System.nanoTime());
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
}
