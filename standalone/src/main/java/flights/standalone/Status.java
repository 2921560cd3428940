package flights.standalone;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.command.ServiceCommands.StatusCommand;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.json.Json;
import flights.core.kafka.Backlog;
import flights.core.kafka.DeadLetter;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Kafka;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Retention;
import flights.core.store.Store;
import flights.core.text.Count;
import flights.flight.FlightTopics;
import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Reports how everything is, one line a thing. */
final class Status {

  private static final int LAST_ERRORS = 3;

  private final Settings settings;
  private final boolean memory;
  private final boolean json;
  private final PrintStream out;
  private final List<Line> lines = new ArrayList<>();

  /** A thing and how it is. */
  private record Line(String what, String state, String detail) {}

  Status(Settings settings, StatusCommand asked, PrintStream out) {
    this.settings = settings;
    this.memory = asked.memory();
    this.json = asked.json();
    this.out = out;
  }

  /** Returns the exit code: 0 when everything is up. */
  int print() throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    List<Check> checks = new ArrayList<>();
    try (Admin admin = kafka.admin();
        Store store = Store.open(settings)) {
      Processes processes = new Processes(settings, store);
      Check broker = processes.explained(kafka.check(admin));
      Check storeCheck = processes.explained(store.check());
      checks.add(broker);
      checks.add(storeCheck);
      checks.addAll(processes.predictors(storeCheck.up()));
      checks.add(processes.web());
      checks.forEach(check -> line(check.component(), check.up() ? "up" : "DOWN", check.detail()));
      printRestarts();
      if (storeCheck.up()) {
        settings.models().forEach(model -> printModel(store, model));
        printOtherPredictors(store);
        printHistory(store);
      }
      if (broker.up()) {
        printMessages(kafka, admin);
      }
    }
    UsedResources used = new UsedResources(settings, this::line);
    used.printDisk();
    line("kept", Retention.words(settings.keep()), "requests and answers (FLIGHTS_KEEP)");
    if (memory) {
      used.printMemory();
    }
    boolean up = checks.stream().allMatch(Check::up);
    if (json) {
      out.println(Json.pretty(Map.of("up", up, "lines", lines)));
    }
    return up ? 0 : 1;
  }

  private void printRestarts() {
    for (ProcessState state : Processes.started(settings.home())) {
      if (state.restarts() > 0 && state.running()) {
        line(
            "restarts",
            String.valueOf(state.restarts()),
            "%s: it %s; started again at %s"
                .formatted(
                    state.name(), state.cause(), state.since().truncatedTo(ChronoUnit.SECONDS)));
      }
    }
  }

  private void printModel(Store store, String model) {
    try {
      line(
          "model",
          model,
          new ModelRegistry(store.database())
              .champion(model)
              .map(Champion::version)
              .orElse("no version registered: ./flights train " + model + " makes one"));
    } catch (MongoException e) {
      line("model", model, "not known: " + e.getMessage());
    }
  }

  private void printOtherPredictors(Store store) {
    Set<String> asked =
        settings.models().stream().map(Heartbeat::predictor).collect(Collectors.toSet());
    try {
      new Heartbeats(store)
          .all().stream()
              .filter(beat -> !asked.contains(beat.service()))
              .filter(beat -> beat.isFresh(Instant.now()))
              .forEach(this::printOther);
    } catch (MongoException e) {
      line("also", "?", "not known: " + e.getMessage());
    }
  }

  private void printOther(Heartbeat beat) {
    boolean serves = beat.version() != null;
    String says = serves ? " serves " + beat.version() : ": " + beat.trouble();
    line("also", serves ? "up" : "DOWN", beat.service() + says);
  }

  /** What the pages tell of. */
  private void printHistory(Store store) {
    try {
      Optional<FlightImport> last = new FlightImports(store).last();
      if (last.isEmpty()) {
        line("history", "none", "./flights import fills the pages");
      } else {
        FlightImport flights = last.get();
        line(
            "history",
            flights.whole() ? "whole" : "part",
            "%s, %s to %s"
                .formatted(Count.of(flights.flights(), "flight"), flights.first(), flights.last()));
      }
    } catch (MongoException e) {
      line("history", "?", "not known: " + e.getMessage());
    }
  }

  private void printMessages(Kafka kafka, Admin admin) throws InterruptedException {
    try {
      long waiting = Backlog.waiting(admin, FlightTopics.REQUESTS, settings.model());
      line("waiting", String.valueOf(waiting), waiting == 1 ? "request" : "requests");
      List<DeadLetter> errors = DeadLetters.latest(kafka, FlightTopics.ERRORS, LAST_ERRORS);
      if (errors.isEmpty()) {
        line("errors", "none", "");
      }
      errors.forEach(
          error ->
              line("error", error.at().truncatedTo(ChronoUnit.SECONDS).toString(), error.reason()));
    } catch (ExecutionException e) {
      line("waiting", "?", e.getCause().getMessage());
    } catch (KafkaException e) {
      line("errors", "?", e.getMessage());
    }
  }

  private void line(String what, String state, String detail) {
    if (json) {
      lines.add(new Line(what, state, detail));
    } else {
      out.printf("%-10s %-5s %s%n", what, state, detail);
    }
  }
}
