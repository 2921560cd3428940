package flights.sql.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import flights.core.flow.Backoff;
import flights.core.settings.Settings;
import flights.model.command.Command;
import flights.sql.source.PassedOver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.apache.spark.sql.streaming.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A query that runs, and is started again, from its checkpoint, when it breaks. */
final class RunningQuery {

  private static final Logger LOG = LoggerFactory.getLogger(RunningQuery.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_TEXT = 500;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /**
   * What Spark says when the messages that come next are no longer there: it would say it again.
   */
  private static final List<String> LASTING =
      List.of("KAFKA_DATA_LOSS", "OffsetOutOfRange", "STATE_STORE_KEY_SCHEMA", "STATE_STORE_VALUE");

  private final PlannedQuery plan;
  private final List<RowSink> sinks;
  private final QueryCheckpoint checkpoint;
  private final QueryFiles files;
  private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
  private StreamingQuery query;
  private String problem;
  private boolean ended;
  private long restarts;
  private long rows;
  private long lastBatch = -1;

  RunningQuery(PlannedQuery plan, Settings settings) {
    this.plan = plan;
    this.sinks = RowSink.of(plan.target(), settings);
    this.checkpoint = new QueryCheckpoint(settings, plan.name());
    this.files = plan.target().path() == null ? null : new QueryFiles(settings, plan.target());
  }

  PlannedQuery plan() {
    return plan;
  }

  /** Throws IllegalStateException when another process runs it, or has left files in its place. */
  void begin() {
    checkpoint.prepare(plan.definition());
    if (files != null && !checkpoint.hasBegun()) {
      files.requireNone(plan.name());
    }
    LOG.info(
        "{} goes to {}, {}",
        plan.name(),
        plan.target().described(),
        WhenTold.words(plan.rows(), plan.mode()));
    start();
  }

  /** Looks after it; to be called every now and then. */
  void look() {
    if (query != null && query.isActive()) {
      note(query.recentProgress());
    } else if (query != null) {
      count(query.recentProgress());
      broken(query.exception().isDefined() ? query.exception().get() : null);
    } else if (!ended && backoff.isOver()) {
      restarts++;
      start();
    }
  }

  /** Whether it has broken in a way that it would break again. */
  boolean hasEnded() {
    return ended;
  }

  QueryState state() {
    return QueryState.of(plan, query, problem, ended, restarts, rows);
  }

  void stop() {
    try {
      if (query != null) {
        query.stop();
      }
    } catch (TimeoutException e) {
      LOG.warn("{} does not stop", plan.name());
    }
  }

  private void start() {
    try {
      lastBatch = -1;
      PassedOver.countFor(plan.name(), plan.rows().sparkSession().sparkContext());
      query = writer().start();
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      broken(e);
    }
  }

  private void note(StreamingQueryProgress[] recent) {
    count(recent);
    if (recent.length > 0 && problem != null) {
      LOG.info("{} runs again", plan.name());
      problem = null;
      backoff.reset();
    }
  }

  /** There may be several batches between two looks, and a batch without rows behind each. */
  private void count(StreamingQueryProgress[] recent) {
    for (StreamingQueryProgress progress : recent) {
      if (progress.batchId() > lastBatch && progress.numInputRows() > 0) {
        lastBatch = progress.batchId();
        rows += progress.numInputRows();
      }
    }
  }

  private void broken(Throwable failure) {
    query = null;
    String said = String.valueOf(failure == null ? "it was stopped" : failure.getMessage());
    problem = failure == null ? said : shortened(Command.line(Command.root(failure)));
    ended = LASTING.stream().anyMatch(said::contains);
    if (ended) {
      LOG.error(
          "{} has ended: {}; to begin anew: ./flights sql --query \"DROP QUERY {}\"",
          plan.name(),
          problem,
          plan.name());
    } else {
      LOG.error("{} has broken, and starts again in {} s: {}", plan.name(), pause(), problem);
    }
  }

  /** A store that refuses many rows names each of them. */
  private static String shortened(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + " ...";
  }

  private long pause() {
    return backoff.begin().toSeconds();
  }

  private DataStreamWriter<Row> writer() {
    DataStreamWriter<Row> writer =
        rows()
            .writeStream()
            .queryName(plan.name())
            .outputMode(plan.mode())
            .option("checkpointLocation", checkpoint.address())
            .trigger(Trigger.ProcessingTime(plan.target().trigger().toMillis()));
    return files == null
        ? writer.foreachBatch(this::write)
        : writer.format("parquet").option("path", files.address());
  }

  /** A batch becomes one file: small ones are slow to read, and none holds more than a batch. */
  private Dataset<Row> rows() {
    return files == null ? plan.rows() : plan.rows().repartition(1);
  }

  /** A batch that makes up for a long time has many rows of one key, in no order. */
  private Dataset<Row> newest(Dataset<Row> batch) {
    Target target = plan.target();
    if (target.newest() == null) {
      return batch;
    }
    Column[] key = target.key().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    return batch
        .groupBy(key)
        .agg(max_by(struct(col("*")), col("`" + target.newest() + "`")).as("row"))
        .select("row.*");
  }

  private void write(Dataset<Row> batch, Long id) {
    boolean twice = sinks.size() > 1;
    Dataset<Row> written = newest(batch);
    Dataset<Row> rows = twice ? written.persist() : written;
    try {
      sinks.forEach(sink -> sink.write(rows));
    } finally {
      if (twice) {
        var unused = batch.unpersist();
      }
    }
  }
}
