package flights.faults;

import flights.bench.report.Machine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** docs/RELIABILITY.md. */
final class ReliabilityPage {

  private static final String TOP =
      """
      # What happens when things go wrong

      Made by `./flights bench faults`, which writes anew what it has tried and keeps the rest. Try one fault alone with `./flights bench faults NAME`, and the
      quick ones in a short form with `./flights bench faults --short`, as the tests do.

      Broker, store, predictor and web server run as processes of their own, in a folder of their own, with proxies before the broker and the store; what ends is
      started again a second later. Requests come in all the time (200 a second, or `--rate`), one half through the web server and one half straight to Kafka,
      and one in fifty of the latter cannot be used. It begins five seconds before the fault and ends five after the system has recovered. Then what was
      accepted is compared with what is stored: every request that was *accepted* (the web server answered 2xx, or Kafka acknowledged it) has to be stored
      *once*, as a prediction or as a rejection.

      `store-hangs` and `parent-killed` are done to a `./flights up` with a home and ports of its own, and no proxies: there the program itself has to notice, and to act.

      """;

  private static final String FAULTS = "## The faults";

  private static final String MEANINGS =
      """

      - *lost*: accepted, and in no collection. *doubled*: accepted, and stored as a prediction and as a rejection.
      - *untold*: accepted, and told neither on the response topic nor on the error topic. *repeats*: told there once more. Topics are written at least once: after a crash
        up to a second of answers is told again, word for word by the same version; who listens goes by the key, the request's id. The store keeps one answer for each id.
      - *wrong*: told by another version than the stored one, or scored by a version after the next one had begun, or refused with another status than 429 and 503, or
        without `Retry-After`.
      - *refused*: with 429 or 503. *unsent*: no connection to the web server could be made. *unknown*: sent, but the connection broke, or nobody answered within 15 s. Of the
        refused and the unknown, *answered* were answered nevertheless: a request can have reached Kafka when the answer that tells so gets lost.
      - *recovers*: from the end of the fault, or from the kill, until a request that was sent through the web server is answered, behind all that had gathered.
      """;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private ReliabilityPage() {}

  /**
   * The page with these outcomes; what it tells of other faults stays.
   *
   * @param before the page as it was; nothing when there was none
   */
  static String of(String before, List<FaultOutcome> outcomes) {
    int faults = Math.max(0, before.indexOf(FAULTS));
    return TOP
        + "| fault | accepted | once | lost | doubled | untold | repeats | wrong | refused |"
        + " unsent | unknown | answered | recovers |\n"
        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        + lines(before.substring(0, faults), outcomes, ReliabilityPage::row)
        + MEANINGS
        + "\n"
        + FAULTS
        + "\n\n"
        + "| fault | what is done | tried on | at commit | requests a second | load of the machine"
        + " | remark |\n"
        + "|---|---|---|---|--:|--:|---|\n"
        + lines(before.substring(faults), outcomes, ReliabilityPage::description)
        + untried(before, outcomes)
        + "\nOn "
        + Machine.present().words()
        + ".\n";
  }

  /** One for each fault that was tried now, or before. */
  private static String lines(
      String before, List<FaultOutcome> outcomes, Function<FaultOutcome, String> line) {
    return Faults.ALL.stream()
        .map(
            fault ->
                outcomes.stream()
                    .filter(it -> it.fault().equals(fault.name()))
                    .findFirst()
                    .map(line)
                    .orElseGet(() -> line(before, fault)))
        .collect(Collectors.joining());
  }

  /** Empty when there is none. */
  private static String line(String before, Fault<?> fault) {
    return before
        .lines()
        .filter(it -> it.startsWith("| " + fault.name() + " |"))
        .map(it -> it + "\n")
        .findFirst()
        .orElse("");
  }

  private static String row(FaultOutcome it) {
    if (it.skipped() != null) {
      return "| " + it.fault() + " | skipped" + " |".repeat(12) + "\n";
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %d | %d | %d | %,d | %d | %,d | %,d | %,d | %,d | %.1f s |%n",
        it.fault(),
        it.accepted(),
        it.once(),
        it.lost(),
        it.doubled(),
        it.untold(),
        it.repeats(),
        it.wrong(),
        it.refused(),
        it.unsent(),
        it.unknown(),
        it.unasked(),
        it.recoverMillis() / 1e3);
  }

  private static String description(FaultOutcome it) {
    String remark = it.skipped() != null ? "skipped: " + it.skipped() : it.remark();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %.0f | %s |%n",
        it.fault(),
        it.what(),
        MINUTE.format(it.at()),
        it.commit(),
        it.rate(),
        it.load(),
        remark == null ? "" : remark);
  }

  private static String untried(String before, List<FaultOutcome> outcomes) {
    List<String> tried = outcomes.stream().map(FaultOutcome::fault).toList();
    String names =
        Faults.ALL.stream()
            .filter(fault -> line(before, fault).isEmpty())
            .map(Fault::name)
            .filter(name -> !tried.contains(name))
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? ""
        : "\nThere are more faults, which were not tried here: " + names + ".\n";
  }
}
