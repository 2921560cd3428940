package flights.bench.faults;

import flights.bench.report.Machine;
import flights.flight.FlightTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Does one fault to the system in the middle of a load, and makes up the books afterwards.
 *
 * @param <S> the kind of system
 */
final class Trial<S extends TestedSystem> {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int AROUND = 5;

  private final S system;
  private final Fault<S> fault;
  private final boolean isShort;
  private final int rate;
  private final Ledger ledger = new Ledger();

  Trial(S system, Fault<S> fault, boolean isShort, int rate) {
    this.system = system;
    this.fault = fault;
    this.isShort = isShort;
    this.rate = rate;
  }

  Outcome run() throws Exception {
    Instant at = Instant.now();
    long start = System.nanoTime();
    new Prober(system, new Ledger()).awaitAnswer(LONGEST);
    fault.course().prepare(system, isShort);
    Prober prober = new Prober(system, ledger);
    try (Told responses = new Told(system, FlightTopics.RESPONSES);
        Told errors = new Told(system, FlightTopics.ERRORS)) {
      String remark;
      long recovered;
      try (Load load = new Load(system, ledger, rate)) {
        Scene<S> scene = new Scene<>(system, load, prober, isShort);
        scene.pause(AROUND);
        remark = fault.course().run(scene);
        scene.isOver();
        recovered = scene.recoverMillis();
        scene.pause(AROUND);
      }
      Books books = new Books(system.documents());
      books.lookUntilAllAreThere(ledger, Duration.ofSeconds(isShort ? 30 : 60));
      responses.readOn(ledger.accepted(), Duration.ofSeconds(15));
      errors.readOn(ledger.unusable(), Duration.ofSeconds(15));
      double seconds = (System.nanoTime() - start) / 1e9;
      return outcome(at, books, responses, errors, recovered, seconds, remark);
    }
  }

  private Outcome outcome(
      Instant at,
      Books books,
      Told responses,
      Told errors,
      long recovered,
      double seconds,
      String remark) {
    Set<String> accepted = new HashSet<>(ledger.accepted());
    List<String> lost = books.lost(ledger);
    return new Outcome(
        fault.name(),
        fault.what(),
        at,
        Yard.commit(),
        isShort,
        null,
        accepted.size() + (long) ledger.unusable().size(),
        books.once(ledger),
        lost.size(),
        books.wrong(ledger),
        responses.missing(accepted).size() + errors.missing(ledger.unusable()).size(),
        responses.repeats() + errors.repeats(),
        responses.contradictions() + otherThanStored(books, responses),
        late(books.answers()),
        ledger.refused(),
        ledger.refusedBadly(),
        ledger.unsent(),
        ledger.unknown(),
        responses.times().keySet().stream().filter(id -> !ledger.knows(id)).count(),
        recovered,
        seconds,
        rate,
        Machine.load(),
        remark == null ? ledger.badStatuses() : remark);
  }

  private static long otherThanStored(Books books, Told responses) {
    return responses.versions().entrySet().stream()
        .filter(told -> books.answers().containsKey(told.getKey()))
        .filter(
            told -> !told.getValue().equals(books.answers().get(told.getKey()).get("ModelVersion")))
        .count();
  }

  /** Where each version serves once, none may answer after the next one has begun. */
  private long late(Map<String, Document> answers) {
    if (!fault.name().equals("swap")) {
      return 0;
    }
    Map<String, Instant> began = new TreeMap<>();
    answers
        .values()
        .forEach(it -> began.merge(version(it), scoredAt(it), (a, b) -> a.isBefore(b) ? a : b));
    List<Instant> starts = began.values().stream().sorted().toList();
    return answers.values().stream()
        .filter(
            it -> {
              int next = starts.indexOf(began.get(version(it))) + 1;
              return next < starts.size() && scoredAt(it).isAfter(starts.get(next));
            })
        .count();
  }

  private static String version(Document answer) {
    return String.valueOf(answer.get("ModelVersion"));
  }

  private static Instant scoredAt(Document answer) {
    return answer.getDate("ScoredAt").toInstant();
  }
}
