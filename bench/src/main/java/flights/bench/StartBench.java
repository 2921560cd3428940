package flights.bench;

import flights.bench.own.OwnHome;
import flights.bench.own.OwnSystem;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.bench.watch.Service;
import flights.bench.watch.Services;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** From {@code ./flights up} to the first prediction, on ports and in a home of its own. */
final class StartBench implements Bench {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final String GROUP = "from the start";

  @Override
  public String usage() {
    return "start [--times NUMBER] [--cold]";
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, Options options, Findings findings) throws Exception {
    boolean cold = options.has("--cold");
    int times = options.number("--times", cold ? 1 : 3);
    findings.parameter("start", cold ? "cold (nothing trained)" : "warm");
    findings.parameter("times", times);
    OwnHome home = OwnHome.of(settings, Map.of());
    if (!cold) {
      home.prepare();
    }
    Map<String, List<Double>> phases = new LinkedHashMap<>();
    Map<String, List<Double>> busy = new TreeMap<>();
    for (int i = 0; i < times; i++) {
      System.out.printf("start %d of %d ...%n", i + 1, times);
      if (cold) {
        home.clear();
      }
      once(home, phases, busy);
    }
    phases.forEach((phase, seconds) -> tell(findings, GROUP, phase, seconds));
    busy.forEach((name, seconds) -> tell(findings, "processor time until then", name, seconds));
    findings.plot(plot(phases));
  }

  private static void once(
      OwnHome home, Map<String, List<Double>> phases, Map<String, List<Double>> busy)
      throws IOException, InterruptedException {
    try (OwnSystem system = home.start()) {
      Settings own = system.settings();
      Map<String, BooleanSupplier> signs = new LinkedHashMap<>();
      signs.put("broker listens", () -> listens(own.kafkaPort()));
      signs.put("store listens", () -> listens(own.storePort()));
      signs.put("web listens", () -> listens(own.webPort()));
      signs.put("predictor serves", () -> system.hasSaid("INFO  serving "));
      signs.put("first prediction", system::isReady);
      while (!signs.isEmpty()) {
        system.await(
            "was ready",
            PATIENCE,
            () -> signs.values().stream().anyMatch(BooleanSupplier::getAsBoolean));
        double seconds = (System.nanoTime() - system.startNanos()) / 1e9;
        signs.entrySet().removeIf(sign -> reached(sign, phases, seconds));
      }
      for (Service service : Services.of(own.home())) {
        busy.computeIfAbsent(service.name(), name -> new ArrayList<>()).add(service.seconds());
      }
    }
  }

  private static boolean reached(
      Map.Entry<String, BooleanSupplier> sign, Map<String, List<Double>> phases, double seconds) {
    boolean reached = sign.getValue().getAsBoolean();
    if (reached) {
      phases.computeIfAbsent(sign.getKey(), phase -> new ArrayList<>()).add(seconds);
    }
    return reached;
  }

  private static void tell(Findings findings, String group, String name, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    findings.figure(group, name + ", median", sorted.get(sorted.size() / 2), "s");
    if (sorted.size() > 1) {
      findings.figure(group, name + ", longest", sorted.get(sorted.size() - 1), "s");
    }
  }

  private static Plot plot(Map<String, List<Double>> phases) {
    return new Plot(
        "Phases of each start",
        "start",
        "s",
        Plot.Scale.LINEAR,
        phases.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).toList());
  }

  private static Plot.Line line(String phase, List<Double> seconds) {
    return new Plot.Line(
        phase,
        IntStream.range(0, seconds.size())
            .mapToObj(i -> new double[] {i + 1, seconds.get(i)})
            .toList());
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
