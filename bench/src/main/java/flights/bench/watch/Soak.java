package flights.bench.watch;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.settings.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Readings of all processes and folders over a long time. */
public final class Soak {

  private static final double MEGABYTE = 1 << 20;

  private final List<Service> services;
  private final FolderSizes folders;
  private final long startNanos = System.nanoTime();
  private final Map<Reading, Map<String, List<double[]>>> readings = new LinkedHashMap<>();

  private enum Reading {
    HEAP("heap after a full collection", "MB", 16),
    THREADS("threads", "", 8),
    HANDLES("open files and connections", "", 16),
    MEMORY("memory of the process", "MB", Double.NaN),
    DISK("disk", "MB", Double.NaN);

    private final String title;
    private final String unit;

    /** A rise that says nothing; not a number where growth is in the nature of the thing. */
    private final double chance;

    Reading(String title, String unit, double chance) {
      this.title = title;
      this.unit = unit;
      this.chance = chance;
    }
  }

  public Soak(Home home) {
    services = Services.of(home);
    folders = FolderSizes.of(home);
    if (services.isEmpty()) {
      throw new IllegalArgumentException(
          "no processes of a ./flights up run in "
              + home.folder()
              + ", and others cannot be watched");
    }
  }

  /** Reads what costs little to read. */
  public void read() {
    for (Service service : services) {
      try {
        add(Reading.MEMORY, service.name(), service.memory() / MEGABYTE);
        add(Reading.THREADS, service.name(), service.threadCount());
        add(Reading.HANDLES, service.name(), service.handles());
      } catch (IOException e) {
        throw new IllegalArgumentException("the " + service.name() + " has ended meanwhile", e);
      }
    }
    folders.sizes().forEach((folder, bytes) -> add(Reading.DISK, folder, bytes / MEGABYTE));
  }

  /** Reads the heaps, for which each process pauses some tenths of a second. */
  public void readHeaps() {
    for (Service service : services) {
      OptionalDouble live = Heap.live(service.pid());
      live.ifPresent(megabytes -> add(Reading.HEAP, service.name(), megabytes));
    }
  }

  /** Tells all, and whether anything grew. */
  public void tell(Findings findings) {
    for (Reading reading : Reading.values()) {
      Map<String, List<double[]>> lines = readings.getOrDefault(reading, Map.of());
      lines.forEach((name, points) -> tell(findings, reading, name, points));
      if (!lines.isEmpty()) {
        findings.plot(plot(reading, lines));
      }
    }
  }

  private void add(Reading reading, String name, double value) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    readings
        .computeIfAbsent(reading, it -> new LinkedHashMap<>())
        .computeIfAbsent(name, it -> new ArrayList<>())
        .add(new double[] {seconds, value});
  }

  private static void tell(Findings findings, Reading reading, String name, List<double[]> points) {
    // The first full collections come after the warm-up.
    List<double[]> settled = reading == Reading.HEAP ? points : Growth.settled(points);
    double rise = Growth.rise(settled);
    double average = Growth.mean(settled, 1);
    findings.figure(reading.title, name, average, reading.unit);
    findings.figure(reading.title, name + ", rise", rise, reading.unit);
    if (Growth.grows(rise, average, reading.chance)) {
      findings.fail("%s of %s grew by %.0f %s".formatted(reading.title, name, rise, reading.unit));
    }
  }

  private static Plot plot(Reading reading, Map<String, List<double[]>> lines) {
    return new Plot(
        reading.title,
        "seconds",
        reading.unit,
        Plot.Scale.LINEAR,
        lines.entrySet().stream().map(it -> new Plot.Line(it.getKey(), it.getValue())).toList());
  }
}
