package flights.predictor.answer;

import flights.predictor.metrics.CountedRequests;
import flights.predictor.metrics.RequestCounts;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What is shared in one process of a Spark application, by model: the predictor's only state in
 * statics. Spark makes the writer of a task anew from its bytes, in whichever process the task
 * runs, and a plugin from the name of its class. Neither can be handed anything that lives longer
 * than itself, so here they find it.
 */
final class ProcessWide {

  private static final ConcurrentHashMap<AnswerTarget, AnswerPublisher> PUBLISHERS =
      new ConcurrentHashMap<>();
  private static volatile Consumer<CountedRequests> totals = counted -> {};

  private ProcessWide() {}

  /** The one for a target, opened when it is asked for first. */
  static AnswerPublisher publisher(AnswerTarget target) {
    return PUBLISHERS.computeIfAbsent(target, AnswerPublisher::new);
  }

  static List<RequestCounts> counts() {
    return PUBLISHERS.values().stream().map(AnswerPublisher::counts).toList();
  }

  /** From now on no request of the model counts as answered before. */
  static void forgetAnswered(String model) {
    PUBLISHERS.forEach(
        (target, publisher) -> {
          if (target.model().equals(model)) {
            publisher.offsets().forget();
          }
        });
  }

  static void closePublishers() {
    for (AnswerTarget target : List.copyOf(PUBLISHERS.keySet())) {
      AnswerPublisher publisher = PUBLISHERS.remove(target);
      if (publisher != null) {
        publisher.close();
      }
    }
  }

  /** Where all that is counted from now on is added up; for the driver. */
  static void addUpIn(Consumer<CountedRequests> here) {
    totals = here;
  }

  static void addUp(CountedRequests counted) {
    totals.accept(counted);
  }
}
