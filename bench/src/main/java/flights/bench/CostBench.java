package flights.bench;

import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.Way;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * What a prediction costs and where its time goes, at several rates: the higher the rate, the more
 * of them travel together.
 */
final class CostBench implements Bench {

  @Override
  public String usage() {
    return "cost [--rates NUMBERS] [--duration TIME] [--warmup TIME] [--poll WAY]";
  }

  @Override
  public void run(Settings settings, Options options, Findings findings) {
    List<Integer> rates = options.numbers("--rates", "50,200,800");
    Way way = Way.of(options.oneOf("--poll", Way.words()));
    WebTarget target = WebTarget.of(settings, options);
    findings.parameter("rates", rates);
    findings.parameter("poll", way.word());
    findings.parameter("partitions", settings.partitions());
    List<Plot.Line> lines = new ArrayList<>();
    for (int rate : rates) {
      Pace pace =
          new Pace(rate, options.seconds("--warmup", 10), options.seconds("--duration", 20));
      System.out.printf("%d requests a second for %d s ...%n", rate, pace.seconds());
      lines.add(at(pace, way, settings, target, findings));
    }
    findings.plot(Latencies.byPercentile("POST to answer", lines));
  }

  private static Plot.Line at(
      Pace pace, Way way, Settings settings, WebTarget target, Findings findings) {
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
