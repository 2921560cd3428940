package flights.predictor;

import flights.core.kafka.Kafka;
import flights.predictor.metrics.Tally;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where predictions leave this process: into the store, and then to whoever listens on Kafka. One
 * for all partitions that a process works on.
 */
final class Outlet implements LingeringBuffer.Sink {

  private static final ConcurrentHashMap<OutletConfig, Outlet> OPEN = new ConcurrentHashMap<>();

  private final Depot depot;
  private final Sender sender;
  private final Progress progress;

  private Outlet(OutletConfig config) {
    this.depot = Depot.of(config);
    this.sender = new Sender(new Kafka(config.kafka()), config);
    this.progress = Progress.of(config);
    progress.tellWhen(sender::hasArrived);
  }

  static Outlet of(OutletConfig config) {
    return OPEN.computeIfAbsent(config, Outlet::new);
  }

  @Override
  public void write(List<PredictionEntry> entries) throws InterruptedException {
    List<PredictionEntry> settled = depot.put(entries);
    settled.forEach(sender::send);
    progress.reached(settled);
    Tally.here().left(settled, PredictionEntry::isGood, PredictionEntry::timestamp);
  }

  @Override
  public void settle() {
    try {
      sender.flush();
    } catch (RuntimeException e) {
      // What is asked again is to be answered again.
      progress.forget();
      throw e;
    }
    progress.publish();
  }

  /** Whether the answer to a request has left by here before. */
  boolean hasSeen(PredictionEntry entry) {
    return progress.isPast(entry.from(), entry.offset());
  }
}
