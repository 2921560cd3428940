package flights.faults;

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
 * Does one fault to the system in the middle of a load, and then compares what was accepted with
 * what was stored and told.
 *
 * @param <S> the kind of system
 */
final class FaultTrial<S extends FaultTarget> {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int AROUND = 5;

  private final S system;
  private final Fault<S> fault;
  private final boolean isShort;
  private final int rate;
  private final SentRequests sentRequests = new SentRequests();

  FaultTrial(S system, Fault<S> fault, boolean isShort, int rate) {
    this.system = system;
    this.fault = fault;
    this.isShort = isShort;
    this.rate = rate;
  }

  FaultOutcome run() throws Exception {
    Instant at = Instant.now();
    long start = System.nanoTime();
    new AnswerProbe(system, new SentRequests()).awaitAnswer(LONGEST);
    fault.action().prepare(system, isShort);
    AnswerProbe probe = new AnswerProbe(system, sentRequests);
    try (TopicObserver responses = new TopicObserver(system, FlightTopics.RESPONSES);
        TopicObserver errors = new TopicObserver(system, FlightTopics.ERRORS)) {
      String remark;
      long recovered;
      try (SteadyLoad load = new SteadyLoad(system, sentRequests, rate)) {
        FaultContext<S> context = new FaultContext<>(system, load, probe, isShort);
        context.pause(AROUND);
        remark = fault.action().run(context);
        context.isOver();
        recovered = context.recoverMillis();
        context.pause(AROUND);
      }
      StoreAudit audit = new StoreAudit(system.documents());
      audit.lookUntilAllAreThere(sentRequests, Duration.ofSeconds(isShort ? 30 : 60));
      responses.readOn(sentRequests.accepted(), Duration.ofSeconds(15));
      errors.readOn(sentRequests.unusable(), Duration.ofSeconds(15));
      double seconds = (System.nanoTime() - start) / 1e9;
      return outcome(at, audit, responses, errors, recovered, seconds, remark);
    }
  }

  private FaultOutcome outcome(
      Instant at,
      StoreAudit audit,
      TopicObserver responses,
      TopicObserver errors,
      long recovered,
      double seconds,
      String remark) {
    Set<String> accepted = new HashSet<>(sentRequests.accepted());
    List<String> lost = audit.lost(sentRequests);
    return new FaultOutcome(
        fault.name(),
        fault.what(),
        at,
        TestSystem.commit(),
        isShort,
        null,
        accepted.size() + (long) sentRequests.unusable().size(),
        audit.once(sentRequests),
        lost.size(),
        audit.wrong(sentRequests),
        responses.missing(accepted).size() + errors.missing(sentRequests.unusable()).size(),
        responses.repeats() + errors.repeats(),
        responses.contradictions() + otherThanStored(audit, responses),
        late(audit.answers()),
        sentRequests.refused(),
        sentRequests.refusedBadly(),
        sentRequests.unsent(),
        sentRequests.unknown(),
        responses.times().keySet().stream().filter(id -> !sentRequests.knows(id)).count(),
        recovered,
        seconds,
        rate,
        Machine.load(),
        remark == null ? sentRequests.badStatuses() : remark);
  }

  private static long otherThanStored(StoreAudit audit, TopicObserver responses) {
    return responses.versions().entrySet().stream()
        .filter(told -> audit.answers().containsKey(told.getKey()))
        .filter(
            told -> !told.getValue().equals(audit.answers().get(told.getKey()).get("ModelVersion")))
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
