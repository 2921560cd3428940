package flights.bench;

import flights.bench.report.Findings;
import flights.bench.watch.CpuTimes;
import flights.bench.watch.FolderSizes;
import flights.bench.watch.Service;
import flights.bench.watch.Services;
import flights.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the answers between its start and its end have cost the machine. */
final class Cost {

  private final CpuTimes times;
  private final FolderSizes folders;
  private final long startNanos = System.nanoTime();
  private Map<String, Double> used;
  private double seconds;

  private Cost(Settings settings) {
    List<Service> services = new ArrayList<>(Services.of(settings.home()));
    services.add(new Service("the bench itself", ProcessHandle.current().pid()));
    times = CpuTimes.from(services);
    folders = FolderSizes.of(settings.home());
  }

  static Cost from(Settings settings) {
    return new Cost(settings);
  }

  void end() {
    used = times.used();
    seconds = (System.nanoTime() - startNanos) / 1e9;
  }

  /** Milliseconds of a processor in each second, by part of the system. */
  void tellASecond(Findings findings, String group) {
    end();
    used.forEach(
        (part, busy) ->
            findings.figure(group, "processor: " + part, busy * 1e3 / seconds, "ms a second"));
  }

  /** Milliseconds of a processor for each answer, by part of the system. */
  void tell(Findings findings, String group, long answers) {
    if (used == null) {
      end();
    }
    used.forEach(
        (part, busy) -> findings.figure(group, "processor: " + part, busy * 1e3 / answers, "ms"));
    double all = used.values().stream().mapToDouble(it -> it).sum();
    findings.figure(group, "processor: all", all * 1e3 / answers, "ms");
    findings.figure(group, "processors in use", all / seconds, "");
    folders
        .grown()
        .forEach(
            (folder, bytes) ->
                findings.figure(group, "disk: " + folder, (double) bytes / answers, "bytes"));
  }
}
