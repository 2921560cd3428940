package flights.faults;

import java.nio.file.Path;

/** Disks without room. */
final class DiskFaults {

  private static final long MEGABYTE = 1 << 20;

  private DiskFaults() {}

  static String fullCheckpoint(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().predictor(), "checkpoints", 16 * MEGABYTE);
  }

  static String fullBroker(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().broker(), "kafka", 200 * MEGABYTE);
  }

  static String fullStore(FaultContext<TestSystem> context) throws Exception {
    return onFullDisk(context, context.system().store(), "store", 200 * MEGABYTE);
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
}
