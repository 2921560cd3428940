package flights.bench;

import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.Way;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.settings.Settings;
import java.util.List;

/**
 * From the moment a form is due to be sent by HTTP until its prediction has come back, and what
 * that costs.
 */
final class WebBench implements Bench {

  @Override
  public String usage() {
    return "web [--rate NUMBER] [--duration TIME] [--warmup TIME] [--poll WAY] [--service URL]";
  }

  @Override
  public void run(Settings settings, Options options, Findings findings) {
    Pace pace = options.pace(200, 30, 10);
    Way way = Way.of(options.oneOf("--poll", Way.words()));
    WebTarget target = WebTarget.of(settings, options);
    findings.parameter("rate", pace.rate());
    findings.parameter("duration", pace.seconds() + " s");
    findings.parameter("poll", way.word());
    findings.parameter("service", target.service());
    System.out.printf(
        "%d requests a second to %s for %d s, after %d s of warm-up ...%n",
        pace.rate(), target.service(), pace.seconds(), pace.warmup());
    measure(settings, pace, way, target, findings);
  }

  private static void measure(
      Settings settings, Pace pace, Way way, WebTarget target, Findings findings) {
    WebRound round = new WebRound(settings, target, way);
    round.run(pace);
    round.tell(findings, "POST to answer, " + way.word());
    Latencies answers = round.answers();
    Plot.Line accepted = round.accepted().line("accepted");
    findings.plot(
        Latencies.byPercentile("From POST", List.of(answers.line("to answer"), accepted)));
    findings.plot(answers.overTime("From POST to answer"));
  }
}
