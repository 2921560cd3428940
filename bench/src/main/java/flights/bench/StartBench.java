package flights.bench;

import flights.bench.report.Findings;
import flights.bench.system.OwnHome;
import flights.core.command.BenchCommands.BenchStartCommand;
import flights.core.settings.Settings;
import java.util.Locale;
import java.util.Map;

/**
 * From {@code ./flights up} to the first prediction, on ports and in a home of its own; and the
 * same with a store that is full of predictions.
 */
final class StartBench implements Bench<BenchStartCommand> {

  private static final String FILLING = "filling the store";
  private static final double MEGABYTE = 1 << 20;

  @Override
  public Class<BenchStartCommand> command() {
    return BenchStartCommand.class;
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, BenchStartCommand asked, Findings findings) throws Exception {
    boolean cold = asked.cold();
    int predictions = asked.predictions().orElse(0);
    if (cold && predictions > 0) {
      throw new IllegalArgumentException("with --cold there are no --predictions");
    }
    int times = asked.times().orElse(cold ? 1 : 3);
    findings.parameter("start", cold ? "cold (nothing trained)" : "warm");
    findings.parameter("times", times);
    OwnHome home = OwnHome.of(settings, Map.of());
    if (!cold) {
      home.prepare();
    }
    starts(home, times, cold).tell(findings, "");
    if (predictions > 0) {
      filled(settings, asked, predictions, times, findings);
    }
  }

  private static Starts starts(OwnHome home, int times, boolean cold) throws Exception {
    Starts starts = new Starts(home);
    for (int i = 0; i < times; i++) {
      System.out.printf("start %d of %d ...%n", i + 1, times);
      if (cold) {
        home.clear();
      }
      starts.once(!cold);
    }
    return starts;
  }

  private static void filled(
      Settings settings, BenchStartCommand asked, int predictions, int times, Findings findings)
      throws Exception {
    findings.parameter("predictions", predictions);
    OwnHome home = OwnHome.filled(settings, predictions);
    System.out.println("a home whose store is full: " + home.folder());
    home.prepare();
    fill(home, predictions, findings);
    Starts starts = starts(home, times, false);
    starts.tell(findings, String.format(Locale.ROOT, ", with %,d predictions", predictions));
    if (!asked.keep()) {
      home.clear();
    }
  }

  private static void fill(OwnHome home, int predictions, Findings findings) throws Exception {
    System.out.printf("filling the store up to %,d predictions ...%n", predictions);
    long start = System.nanoTime();
    long added = home.fill(BenchRun.root(), predictions);
    double seconds = (System.nanoTime() - start) / 1e9;
    findings.figure(FILLING, "predictions added", (double) added, "");
    findings.figure(FILLING, "time for that", seconds, "s");
    findings.figure(FILLING, "added", added / seconds, "a second");
    findings.figure(FILLING, "size of the store's files", home.storeBytes() / MEGABYTE, "MB");
  }
}
