package flights.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One for each process that serves. */
final class Watchdogs implements AutoCloseable {

  private final Questions questions;
  private final List<Watchdog> all = new ArrayList<>();

  Watchdogs(Questions questions) {
    this.questions = questions;
  }

  void watch(Collection<Child> children) {
    for (Child child : children) {
      all.add(Watchdog.start(child, questions.to(child.name()), Watchdog.Limits.USUAL));
    }
  }

  @Override
  public void close() {
    all.forEach(Watchdog::close);
  }
}
