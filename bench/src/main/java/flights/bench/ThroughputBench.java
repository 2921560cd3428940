package flights.bench;

import flights.bench.load.KafkaRound;
import flights.bench.load.Latencies;
import flights.bench.load.Pace;
import flights.bench.load.PollMode;
import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.command.BenchCommands.BenchThroughputCommand;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many predictions a second there are when requests always wait, and how long each takes at
 * half of that and at four fifths.
 */
final class ThroughputBench implements Bench<BenchThroughputCommand> {

  private static final List<String> DOORS = List.of("both", "kafka", "http");
  private static final int[] SHARES = {50, 80};

  @Override
  public Class<BenchThroughputCommand> command() {
    return BenchThroughputCommand.class;
  }

  @Override
  public void run(Settings settings, BenchThroughputCommand asked, Findings findings)
      throws InterruptedException {
    String door = asked.through();
    if (!DOORS.contains(door)) {
      throw new IllegalArgumentException(
          "--through " + door + " is none of " + String.join(", ", DOORS));
    }
    int seconds = (int) asked.duration().toSeconds();
    int requests = asked.requests();
    int clients = asked.clients();
    WebTarget target = WebTarget.of(settings, asked.service());
    findings.parameter("through", door);
    findings.parameter("duration", seconds + " s");
    if (!door.equals("http")) {
      findings.parameter("requests", requests);
      kafka(settings, requests, seconds, findings);
    }
    if (!door.equals("kafka")) {
      findings.parameter("clients", clients);
      http(settings, target, clients, seconds, findings);
    }
  }

  private static void kafka(Settings settings, int requests, int seconds, Findings findings)
      throws InterruptedException {
    System.out.printf("through Kafka: %d requests at once ...%n", requests);
    SampleRequests any = new SampleRequests(7);
    double rate = flood(settings, any, requests, findings);
    if (settings.answersStored()) {
      try (Store store = Store.open(settings)) {
        findings.figure(
            "through Kafka",
            "plain writes to the store",
            PlainWrites.aSecond(store, requests),
            "a second");
      }
    }
    List<Plot.Line> lines = new ArrayList<>();
    for (int share : SHARES) {
      Pace pace = new Pace((int) Math.max(1, rate * share / 100), seconds / 4, seconds);
      System.out.printf("  %d a second for %d s ...%n", pace.rate(), seconds);
      try (KafkaRound round = new KafkaRound(new Kafka(settings), true)) {
        Cost cost = Cost.from(settings);
        round.keep(pace, Stream.generate(any::next));
        tell(findings, "through Kafka at " + share + "%", pace, round);
        cost.tell(findings, "through Kafka at " + share + "%", pace.all());
        lines.add(round.latencies().line(share + "%"));
      }
    }
    findings.plot(Latencies.byPercentile("Request to answer through Kafka", lines));
  }

  private static double flood(
      Settings settings, SampleRequests any, int requests, Findings findings)
      throws InterruptedException {
    List<FlightRequest> all = Stream.generate(any::next).limit(requests).toList();
    try (KafkaRound round = new KafkaRound(new Kafka(settings), false)) {
      double rate = (requests - round.lost()) / round.flood(all);
      findings.figure("through Kafka", "answered", requests - round.lost(), "");
      findings.figure("through Kafka", "predictions", rate, "a second");
      complain(findings, round);
      return rate;
    }
  }

  private static void tell(Findings findings, String group, Pace pace, KafkaRound round) {
    findings.figure(group, "asked", pace.rate(), "a second");
    findings.figure(group, "answered", (double) round.latencies().count(), "");
    round.latencies().tell(findings, group);
    complain(findings, round);
  }

  private static void complain(Findings findings, KafkaRound round) {
    if (round.lost() > 0) {
      findings.fail(round.lost() + " requests were not answered on Kafka within a minute");
    }
  }

  private static void http(
      Settings settings, WebTarget target, int clients, int seconds, Findings findings) {
    System.out.printf("through HTTP: %d clients for %d s ...%n", clients, seconds);
    WebRound full = new WebRound(settings, target, PollMode.POST);
    double rate = full.saturate(clients, seconds / 4, seconds);
    full.tell(findings, "through HTTP, " + clients + " clients that always wait");
    List<Plot.Line> lines = new ArrayList<>(List.of(full.answers().line("full")));
    for (int share : SHARES) {
      Pace pace = new Pace((int) Math.max(1, rate * share / 100), seconds / 4, seconds);
      System.out.printf("  %d a second for %d s ...%n", pace.rate(), seconds);
      WebRound round = new WebRound(settings, target, PollMode.POST);
      round.run(pace);
      round.tell(findings, "through HTTP at " + share + "%");
      lines.add(round.answers().line(share + "%"));
    }
    findings.plot(Latencies.byPercentile("POST to answer through HTTP", lines));
  }
}
