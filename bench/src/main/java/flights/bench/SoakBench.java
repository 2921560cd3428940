package flights.bench;

import flights.bench.load.Pace;
import flights.bench.load.PollMode;
import flights.bench.report.Findings;
import flights.bench.watch.Soak;
import flights.core.command.BenchCommands.BenchSoakCommand;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Whether anything grows that should not, under a steady load over a long time. */
final class SoakBench implements Bench<BenchSoakCommand> {

  private static final int READINGS = 200;
  private static final int HEAP_READINGS = 5;

  @Override
  public Class<BenchSoakCommand> command() {
    return BenchSoakCommand.class;
  }

  @Override
  public void run(Settings settings, BenchSoakCommand asked, Findings findings) throws Exception {
    Pace pace = Pace.of(asked.rate(), Duration.ZERO, asked.duration());
    PollMode way = PollMode.of(asked.poll());
    WebTarget target = WebTarget.of(settings, Optional.empty());
    Soak soak = new Soak(settings.home());
    findings.parameter("rate", pace.rate());
    findings.parameter("duration", pace.seconds() + " s");
    System.out.printf("%d requests a second for %d s ...%n", pace.rate(), pace.seconds());
    WebRound round = new WebRound(settings, target, way);
    watch(soak, pace, () -> round.run(pace));
    soak.tell(findings);
    round.tell(findings, "POST to answer, " + way.word());
    findings.plot(round.answers().overTime("From POST to answer"));
  }

  /** Reads while the load lasts; the heaps from the end of the first third on. */
  private static void watch(Soak soak, Pace pace, Runnable load) throws Exception {
    long whole = TimeUnit.SECONDS.toMillis(pace.seconds());
    long warm = whole / 3;
    ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    try {
      var often =
          reader.scheduleAtFixedRate(
              soak::read, 0, Math.max(100, whole / READINGS), TimeUnit.MILLISECONDS);
      var seldom =
          reader.scheduleAtFixedRate(
              soak::readHeaps, warm, (whole - warm) / HEAP_READINGS, TimeUnit.MILLISECONDS);
      load.run();
      if (often.isDone()) {
        often.get();
      }
      seldom.cancel(false);
      often.cancel(false);
    } finally {
      reader.shutdown();
      var unused = reader.awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
