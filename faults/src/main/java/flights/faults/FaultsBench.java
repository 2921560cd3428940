package flights.faults;

import flights.core.command.BenchCommands.BenchFaultsCommand;
import flights.core.command.CommandLines;
import flights.core.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Does to a system of its own what goes wrong in real life, and counts what that costs. */
final class FaultsBench {

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
  FaultsBench(Path measured, List<String> words) {
    this.measured = measured;
    BenchFaultsCommand asked = CommandLines.read(BenchFaultsCommand.class, words);
    isShort = asked.isShort();
    rate = asked.rate().orElse(isShort ? SHORT_RATE : USUAL_RATE);
    for (String name : asked.names()) {
      if (Faults.ALL.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new IllegalArgumentException("there is no fault " + name + "; there are: " + all());
      }
    }
    chosen =
        Faults.ALL.stream()
            .filter(
                it ->
                    asked.names().isEmpty()
                        ? it.quick() || !isShort
                        : asked.names().contains(it.name()))
            .map(Fault::name)
            .collect(Collectors.toSet());
  }

  /** True when nothing was lost, doubled or answered wrongly. */
  boolean run() throws Exception {
    Path folder = Files.createTempDirectory("flights-faults");
    List<FaultOutcome> outcomes = new ArrayList<>();
    OutcomeFiles files = new OutcomeFiles(measured, TestSystem.root(), isShort);
    List<Fault<TestSystem>> ofTestSystem = chosen(Faults.OF_TEST_SYSTEM);
    if (!ofTestSystem.isEmpty()) {
      System.out.println("faults: the system is started in " + folder + " ...");
      try (TestSystem system = new TestSystem(folder)) {
        system.start();
        tryAll(system, ofTestSystem, outcomes, files);
      }
    }
    List<Fault<UpSystem>> ofUp = chosen(Faults.OF_UP);
    if (!ofUp.isEmpty()) {
      System.out.println("faults: a ./flights up is started in " + folder + " ...");
      try (UpSystem up = new UpSystem(folder.resolve("up"))) {
        up.start();
        tryAll(up, ofUp, outcomes, files);
      }
    }
    boolean good = outcomes.stream().allMatch(FaultOutcome::isGood);
    System.out.println(good ? "nothing was lost or doubled" : "see the logs in " + folder);
    System.out.println("written: " + files.written());
    if (good) {
      Folders.delete(folder);
    }
    return good;
  }

  private <S extends FaultTarget> List<Fault<S>> chosen(List<Fault<S>> faults) {
    return faults.stream().filter(it -> chosen.contains(it.name())).toList();
  }

  private <S extends FaultTarget> void tryAll(
      S system, List<Fault<S>> faults, List<FaultOutcome> outcomes, OutcomeFiles files)
      throws Exception {
    System.out.println(OutcomeTable.HEAD);
    for (Fault<S> fault : faults) {
      FaultOutcome outcome = tried(system, fault);
      outcomes.add(outcome);
      System.out.println(OutcomeTable.line(outcome));
      files.note(outcomes);
    }
  }

  private <S extends FaultTarget> FaultOutcome tried(S system, Fault<S> fault) throws Exception {
    try {
      return new FaultTrial<>(system, fault, isShort, rate).run();
    } catch (FaultNotPossibleException e) {
      return FaultOutcome.skipped(fault, isShort, e.getMessage());
    } catch (IllegalStateException | IOException e) {
      // The next one is to find a system that works.
      system.recover();
      return FaultOutcome.broken(fault, isShort, e.getMessage());
    }
  }

  private static String all() {
    return Faults.ALL.stream().map(Fault::name).collect(Collectors.joining(", "));
  }
}
