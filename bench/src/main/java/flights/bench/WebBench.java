package flights.bench;

import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.PollMode;
import flights.bench.questions.Questioner;
import flights.bench.questions.RepeatedQuestions;
import flights.bench.questions.SampleStore;
import flights.bench.questions.StoreQuestions;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.command.BenchCommands.BenchWebCommand;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the moment a form is due to be sent by HTTP until its prediction has come back, and what
 * that costs; once more while somebody asks the store about the predictions, when that is wished.
 */
final class WebBench implements Bench<BenchWebCommand> {

  private static final int QUESTION_SECONDS = 60;

  @Override
  public Class<BenchWebCommand> command() {
    return BenchWebCommand.class;
  }

  @Override
  public void run(Settings settings, BenchWebCommand asked, Findings findings) {
    Pace pace = Pace.of(asked.rate(), asked.warmup(), asked.duration());
    PollMode way = PollMode.of(asked.poll());
    WebTarget target = WebTarget.of(settings, asked.service());
    findings.parameter("rate", pace.rate());
    findings.parameter("duration", pace.seconds() + " s");
    findings.parameter("poll", way.word());
    findings.parameter("service", target.service());
    System.out.printf(
        "%d requests a second to %s for %d s, after %d s of warm-up ...%n",
        pace.rate(), target.service(), pace.seconds(), pace.warmup());
    String group = "POST to answer, " + way.word();
    measure(new WebRound(settings, target, way), pace, group, findings);
    if (asked.asking()) {
      measureWhileAsked(
          settings, new WebRound(settings, target, way), pace, group + ", while asked", findings);
    }
  }

  private static void measure(WebRound round, Pace pace, String group, Findings findings) {
    round.run(pace);
    round.tell(findings, group);
    Latencies answers = round.answers();
    Plot.Line accepted = round.accepted().line("accepted");
    findings.plot(
        Latencies.byPercentile("From " + group, List.of(answers.line("to answer"), accepted)));
    findings.plot(answers.overTime("From " + group));
  }

  /** Of the store that the settings lead to, as full as it is. */
  private static void measureWhileAsked(
      Settings settings, WebRound round, Pace pace, String group, Findings findings) {
    try (Store store = Store.open(settings)) {
      if (!store.check().up()) {
        throw new IllegalArgumentException(store.check().detail());
      }
      long stored = store.collection(SampleStore.PREDICTIONS).estimatedDocumentCount();
      findings.parameter("predictions in the store", stored);
      System.out.printf("the same while the store is asked of %,d predictions ...%n", stored);
      Questioner questioner =
          new Questioner(
              store.database().withTimeout(QUESTION_SECONDS, TimeUnit.SECONDS),
              () -> store.check().up());
      RepeatedQuestions asking = RepeatedQuestions.start(questioner, StoreQuestions.everyday());
      try (asking) {
        measure(round, pace, group, findings);
      }
      asking.tell(findings, "questions meanwhile");
    }
  }
}
