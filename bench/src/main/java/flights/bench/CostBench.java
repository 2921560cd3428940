package flights.bench;

import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.PollMode;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.command.BenchCommands.BenchCostCommand;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a prediction costs and where its time goes, at several rates: the higher the rate, the more
 * of them travel together.
 */
final class CostBench implements Bench<BenchCostCommand> {

  private static final int REST_SECONDS = 5;

  @Override
  public Class<BenchCostCommand> command() {
    return BenchCostCommand.class;
  }

  @Override
  public void run(Settings settings, BenchCostCommand asked, Findings findings)
      throws InterruptedException {
    List<Integer> rates = asked.rates();
    PollMode way = PollMode.of(asked.poll());
    WebTarget target = WebTarget.of(settings, Optional.empty());
    findings.parameter("rates", rates);
    findings.parameter("poll", way.word());
    findings.parameter("partitions", settings.partitions());
    rest(settings, findings);
    List<Plot.Line> lines = new ArrayList<>();
    for (int rate : rates) {
      Pace pace = Pace.of(rate, asked.warmup(), asked.duration());
      System.out.printf("%d requests a second for %d s ...%n", rate, pace.seconds());
      lines.add(at(pace, way, settings, target, findings));
    }
    findings.plot(Latencies.byPercentile("POST to answer", lines));
  }

  /** What runs when nothing is asked, and is paid for by every answer when few are. */
  private static void rest(Settings settings, Findings findings) throws InterruptedException {
    System.out.printf("nothing for %d s ...%n", REST_SECONDS);
    Cost cost = Cost.from(settings);
    TimeUnit.SECONDS.sleep(REST_SECONDS);
    cost.tellASecond(findings, "at rest");
  }

  private static Plot.Line at(
      Pace pace, PollMode way, Settings settings, WebTarget target, Findings findings) {
    String group = "at " + pace.rate() + " a second";
    try (Spans spans = new Spans(new Kafka(settings))) {
      WebRound round = new WebRound(settings, target, way, spans::take);
      round.run(pace);
      round.tell(findings, group);
      spans.tell(findings, group);
      return round.answers().line(pace.rate() + " a second");
    }
  }
}
