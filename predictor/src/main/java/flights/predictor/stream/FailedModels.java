package flights.predictor.stream;

import java.util.HashSet;
import java.util.Set;

/** Which of the models that a process serves have failed at present, for all their threads. */
final class FailedModels {

  private final int served;
  private final Set<String> failed = new HashSet<>();

  FailedModels(int served) {
    this.served = served;
  }

  /** Returns whether no other is left that works. */
  synchronized boolean add(String model) {
    failed.add(model);
    return failed.size() == served;
  }

  synchronized void remove(String model) {
    failed.remove(model);
  }
}
