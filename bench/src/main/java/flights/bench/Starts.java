package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.bench.system.OwnHome;
import flights.bench.system.OwnSystem;
import flights.bench.watch.Heap;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Starts of systems in one home, one after the other, each with its phases. */
final class Starts {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int REST_SECONDS = 10;
  private static final double MEGABYTE = 1 << 20;

  private final OwnHome home;
  private final Map<String, List<Double>> phases = new LinkedHashMap<>();
  private final Map<String, List<Double>> busy = new TreeMap<>();
  private final Map<String, List<Double>> memory = new LinkedHashMap<>();

  Starts(OwnHome home) {
    this.home = home;
  }

  /**
   * Starts a system, and stops it after its first prediction.
   *
   * @param resting whether it is to rest before, for the memory that its store holds then
   */
  void once(boolean resting) throws IOException, InterruptedException {
    try (OwnSystem system = home.start()) {
      Map<String, BooleanSupplier> signs = signs(system);
      while (!signs.isEmpty()) {
        system.await(
            "was ready",
            PATIENCE,
            () -> signs.values().stream().anyMatch(BooleanSupplier::getAsBoolean));
        double seconds = (System.nanoTime() - system.startNanos()) / 1e9;
        signs.entrySet().removeIf(sign -> reached(sign, seconds));
      }
      for (Service service : Services.of(system.settings().home())) {
        add(busy, service.name(), service.seconds());
      }
      if (resting) {
        rest(system);
      }
    }
  }

  /**
   * Tells all starts so far.
   *
   * @param which is added to what each figure is of
   */
  void tell(Findings findings, String which) {
    phases.forEach((phase, all) -> tell(findings, "from the start" + which, phase, all, "s"));
    busy.forEach(
        (name, all) -> tell(findings, "processor time until then" + which, name, all, "s"));
    memory.forEach((name, all) -> tell(findings, "the store at rest" + which, name, all, "MB"));
    findings.plot(
        new Plot("Phases of each start" + which, "start", "s", Plot.Scale.LINEAR, lines()));
  }

  private static Map<String, BooleanSupplier> signs(OwnSystem system) {
    Settings own = system.settings();
    Map<String, BooleanSupplier> signs = new LinkedHashMap<>();
    signs.put("broker listens", () -> listens(own.kafkaPort()));
    signs.put("store listens", () -> listens(own.storePort()));
    signs.put("web listens", () -> listens(own.webPort()));
    signs.put("predictor serves", () -> system.hasSaid("INFO  serving "));
    signs.put("first prediction", system::isReady);
    return signs;
  }

  private boolean reached(Map.Entry<String, BooleanSupplier> sign, double seconds) {
    boolean reached = sign.getValue().getAsBoolean();
    if (reached) {
      add(phases, sign.getKey(), seconds);
    }
    return reached;
  }

  private void rest(OwnSystem system) throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(REST_SECONDS);
    for (Service service : Services.of(system.settings().home())) {
      if (service.name().equals(Services.STORE)) {
        add(memory, "memory of the process", service.memory() / MEGABYTE);
        Heap.live(service.pid())
            .ifPresent(live -> add(memory, "heap after a full collection", live));
      }
    }
  }

  private static void tell(
      Findings findings, String group, String name, List<Double> values, String unit) {
    List<Double> sorted = values.stream().sorted().toList();
    findings.figure(group, name + ", median", sorted.get(sorted.size() / 2), unit);
    if (sorted.size() > 1) {
      findings.figure(group, name + ", most", sorted.get(sorted.size() - 1), unit);
    }
  }

  private List<Plot.Line> lines() {
    return phases.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).toList();
  }

  private static Plot.Line line(String phase, List<Double> seconds) {
    return new Plot.Line(
        phase,
        IntStream.range(0, seconds.size())
            .mapToObj(i -> new double[] {i + 1, seconds.get(i)})
            .toList());
  }

  private static void add(Map<String, List<Double>> to, String name, double value) {
    to.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
