package flights.bench.report;

import flights.core.build.Commit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a bench finds while it runs. */
public final class Findings {

  private final String bench;
  private final Instant at = Instant.now();
  private final double loadBefore = Machine.load();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean good = true;

  public Findings(String bench) {
    this.bench = bench;
  }

  /** What was asked for, or found, before it began. */
  public void parameter(String name, Object value) {
    parameters.put(name, String.valueOf(value));
  }

  public void figure(String group, String name, double value, String unit) {
    figures.add(new Figure(group, name, value, unit));
  }

  public void plot(Plot plot) {
    plots.add(plot);
  }

  public void remark(String remark) {
    remarks.add(remark);
  }

  /** Something that must not be; the bench goes on, and ends with the exit code 1. */
  public void fail(String what) {
    remarks.add(what);
    good = false;
  }

  /**
   * All that was found, with what it was found on.
   *
   * @param root where the program lies
   */
  public Result result(Path root) {
    return new Result(
        bench,
        at,
        Duration.between(at, Instant.now()).toMillis() / 1e3,
        Machine.present(),
        loadBefore,
        Machine.load(),
        Versions.of(root),
        Commit.of(root),
        parameters,
        figures,
        plots,
        remarks,
        good);
  }
}
