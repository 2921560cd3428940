package flights.predictor.answer;

import flights.predictor.metrics.RequestCounts;
import java.util.List;

/**
 * The one way out for the answers of a model: into the store, then to whoever listens on Kafka, and
 * then it is noted that the requests are answered. One for all partitions that a process works on.
 */
final class AnswerPublisher implements LingeringBuffer.Sink, AutoCloseable {

  /** Null for answers that are only sent. */
  private final AnswerStore store;

  private final AnswerSender sender;
  private final CommittedOffsets offsets;
  private final RequestCounts counts;

  AnswerPublisher(AnswerTarget target) {
    this.store = target.isStored() ? new AnswerStore(target) : null;
    this.sender = new AnswerSender(target);
    this.offsets = new CommittedOffsets(target, sender::hasArrived);
    this.counts = new RequestCounts(target.model());
  }

  /** Counts a request, unless its answer has left by here before. */
  boolean isNew(ScoredRequest scored) {
    if (offsets.isPast(scored.position())) {
      return false;
    }
    counts.came();
    return true;
  }

  @Override
  public void write(List<ScoredRequest> scored) throws InterruptedException {
    List<ScoredRequest> settled = store == null ? scored : store.put(scored);
    settled.forEach(sender::send);
    settled.forEach(one -> offsets.reached(one.position()));
    counts.left(settled, ScoredRequest::isGood, ScoredRequest::timestamp);
  }

  @Override
  public void settle() {
    try {
      sender.flush();
    } catch (RuntimeException e) {
      // What is asked again is to be answered again.
      offsets.forget();
      throw e;
    }
    offsets.publish();
  }

  RequestCounts counts() {
    return counts;
  }

  CommittedOffsets offsets() {
    return offsets;
  }

  /** In the order in which they need each other; what is not out by then is answered again. */
  @Override
  public void close() {
    sender.close();
    offsets.close();
    if (store != null) {
      store.close();
    }
  }
}
