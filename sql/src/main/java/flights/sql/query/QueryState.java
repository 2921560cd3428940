package flights.sql.query;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * How a query is.
 *
 * @param state {@code starts}, {@code runs}, {@code broken} (it is started again) or {@code ended}
 * @param rows read since its process began
 * @param waiting messages on Kafka that it has not read yet; null when that is not known
 * @param watermark null when it has none
 * @param stateRows what it keeps of earlier rows
 * @param passedOver messages that held no row that it could read, since its process began
 * @param problem null when there is none
 * @param process its number and its machine
 * @param at when this was so: a second ago at most, while the process lives
 */
public record QueryState(
    String name,
    String state,
    String target,
    String mode,
    long rows,
    double rowsPerSecond,
    Long waiting,
    String watermark,
    long stateRows,
    long stateBytes,
    long passedOver,
    long restarts,
    String problem,
    String process,
    Instant at) {

  private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();

  static QueryState of(
      PlannedQuery plan,
      StreamingQuery query,
      String problem,
      boolean ended,
      long restarts,
      long rows) {
    StreamingQueryProgress progress = query == null ? null : query.lastProgress();
    return new QueryState(
        plan.name(),
        word(query, progress, ended),
        plan.target().described(),
        plan.mode().toString(),
        rows,
        progress == null ? 0 : finite(progress.processedRowsPerSecond()),
        progress == null ? null : waiting(progress),
        progress == null ? null : progress.eventTime().get("watermark"),
        operators(progress).mapToLong(StateOperatorProgress::numRowsTotal).sum(),
        operators(progress).mapToLong(StateOperatorProgress::memoryUsedBytes).sum(),
        plan.passedOver().stream().mapToLong(it -> it.of(plan.name())).sum(),
        restarts,
        problem,
        PROCESS,
        Instant.now());
  }

  private static String word(StreamingQuery query, StreamingQueryProgress progress, boolean ended) {
    if (query == null) {
      return ended ? "ended" : "broken";
    }
    return progress == null ? "starts" : "runs";
  }

  private static Stream<StateOperatorProgress> operators(StreamingQueryProgress progress) {
    return progress == null ? Stream.of() : Stream.of(progress.stateOperators());
  }

  private static Long waiting(StreamingQueryProgress progress) {
    long sum = 0;
    for (var source : progress.sources()) {
      Map<String, String> metrics = source.metrics();
      String average = metrics == null ? null : metrics.get("avgOffsetsBehindLatest");
      String most = metrics == null ? null : metrics.get("maxOffsetsBehindLatest");
      if (average == null || most == null) {
        return null;
      }
      sum += Math.max(Math.round(Double.parseDouble(average)), Long.parseLong(most));
    }
    return sum;
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : 0;
  }

  /** A line for people. */
  public String line() {
    return "%s %s: %,d rows read, %,.0f a second%s%s%s%s"
        .formatted(
            name,
            state,
            rows,
            rowsPerSecond,
            waiting == null ? "" : ", %,d waiting".formatted(waiting),
            watermark == null ? "" : ", watermark " + watermark,
            passedOver == 0 ? "" : ", %,d passed over".formatted(passedOver),
            problem == null ? "" : "; " + problem);
  }
}
