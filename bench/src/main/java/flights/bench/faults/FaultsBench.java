package flights.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Does to a system of its own what goes wrong in real life, and counts what that costs. */
public final class FaultsBench {

  private static final String SHORT = "--short";

  private final List<Fault> faults;
  private final boolean isShort;

  /** Takes names of faults, all when there is none, and {@code --short}. */
  public FaultsBench(List<String> words) {
    isShort = words.contains(SHORT);
    Set<String> names = new LinkedHashSet<>(words);
    names.remove(SHORT);
    for (String name : names) {
      if (Faults.ALL.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new IllegalArgumentException("there is no fault " + name + "; there are: " + all());
      }
    }
    faults =
        Faults.ALL.stream()
            .filter(it -> names.isEmpty() ? it.quick() || !isShort : names.contains(it.name()))
            .toList();
  }

  /** True when nothing was lost, doubled or answered wrongly. */
  public boolean run() throws Exception {
    Path folder = Files.createTempDirectory("flights-faults");
    List<Outcome> outcomes = new ArrayList<>();
    Reliability reliability = new Reliability(Yard.root(), isShort);
    System.out.println("faults: the system is started in " + folder + " ...");
    try (Yard yard = new Yard(folder)) {
      yard.start(isShort ? "0.05" : "0.3");
      System.out.println(Table.HEAD);
      for (Fault fault : faults) {
        Outcome outcome = tried(yard, fault);
        outcomes.add(outcome);
        System.out.println(Table.line(outcome));
        reliability.note(outcomes);
      }
    }
    boolean good = outcomes.stream().allMatch(Outcome::isGood);
    System.out.println(good ? "nothing was lost or doubled" : "see the logs in " + folder);
    System.out.println("written: " + reliability.written());
    if (good) {
      Moved.remove(folder);
    }
    return good;
  }

  private Outcome tried(Yard yard, Fault fault) throws Exception {
    try {
      return new Trial(yard, fault, isShort).run();
    } catch (CannotBeTried e) {
      return Outcome.skipped(fault, isShort, e.getMessage());
    } catch (IllegalStateException | IOException e) {
      // The next one is to find a system that works.
      yard.recover();
      return Outcome.broken(fault, isShort, e.getMessage());
    }
  }

  private static String all() {
    return Faults.ALL.stream().map(Fault::name).collect(Collectors.joining(", "));
  }
}
