package flights.bench.faults;

import flights.core.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Does to a system of its own what goes wrong in real life, and counts what that costs. */
public final class FaultsBench {

  private static final String SHORT = "--short";

  private static final String RATE = "--rate";
  private static final int USUAL_RATE = 200;
  private static final int SHORT_RATE = 60;

  private final Path measured;
  private final Set<String> chosen;
  private final boolean isShort;
  private final int rate;

  /**
   * Takes names of faults, all when there is none, {@code --short} and {@code --rate NUMBER}.
   *
   * @param measured the folder where the outcomes are kept
   */
  public FaultsBench(Path measured, List<String> words) {
    this.measured = measured;
    List<String> names = new ArrayList<>(words);
    isShort = names.remove(SHORT);
    rate = rate(names);
    for (String name : names) {
      if (Faults.ALL.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new IllegalArgumentException("there is no fault " + name + "; there are: " + all());
      }
    }
    chosen =
        Faults.ALL.stream()
            .filter(it -> names.isEmpty() ? it.quick() || !isShort : names.contains(it.name()))
            .map(Fault::name)
            .collect(Collectors.toSet());
  }

  private int rate(List<String> words) {
    int at = words.indexOf(RATE);
    if (at < 0) {
      return isShort ? SHORT_RATE : USUAL_RATE;
    }
    if (at + 1 == words.size() || !words.get(at + 1).matches("[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException(RATE + " wants a number of requests a second");
    }
    words.remove(at);
    return Integer.parseInt(words.remove(at));
  }

  /** True when nothing was lost, doubled or answered wrongly. */
  public boolean run() throws Exception {
    Path folder = Files.createTempDirectory("flights-faults");
    List<Outcome> outcomes = new ArrayList<>();
    Reliability reliability = new Reliability(measured, Yard.root(), isShort);
    List<Fault<Yard>> ofYard = chosen(Faults.OF_YARD);
    if (!ofYard.isEmpty()) {
      System.out.println("faults: the system is started in " + folder + " ...");
      try (Yard yard = new Yard(folder)) {
        yard.start();
        tryAll(yard, ofYard, outcomes, reliability);
      }
    }
    List<Fault<UpSystem>> ofUp = chosen(Faults.OF_UP);
    if (!ofUp.isEmpty()) {
      System.out.println("faults: a ./flights up is started in " + folder + " ...");
      try (UpSystem up = new UpSystem(folder.resolve("up"))) {
        up.start();
        tryAll(up, ofUp, outcomes, reliability);
      }
    }
    boolean good = outcomes.stream().allMatch(Outcome::isGood);
    System.out.println(good ? "nothing was lost or doubled" : "see the logs in " + folder);
    System.out.println("written: " + reliability.written());
    if (good) {
      Folders.delete(folder);
    }
    return good;
  }

  private <S extends TestedSystem> List<Fault<S>> chosen(List<Fault<S>> faults) {
    return faults.stream().filter(it -> chosen.contains(it.name())).toList();
  }

  private <S extends TestedSystem> void tryAll(
      S system, List<Fault<S>> faults, List<Outcome> outcomes, Reliability reliability)
      throws Exception {
    System.out.println(Table.HEAD);
    for (Fault<S> fault : faults) {
      Outcome outcome = tried(system, fault);
      outcomes.add(outcome);
      System.out.println(Table.line(outcome));
      reliability.note(outcomes);
    }
  }

  private <S extends TestedSystem> Outcome tried(S system, Fault<S> fault) throws Exception {
    try {
      return new Trial<>(system, fault, isShort, rate).run();
    } catch (CannotBeTried e) {
      return Outcome.skipped(fault, isShort, e.getMessage());
    } catch (IllegalStateException | IOException e) {
      // The next one is to find a system that works.
      system.recover();
      return Outcome.broken(fault, isShort, e.getMessage());
    }
  }

  private static String all() {
    return Faults.ALL.stream().map(Fault::name).collect(Collectors.joining(", "));
  }
}
