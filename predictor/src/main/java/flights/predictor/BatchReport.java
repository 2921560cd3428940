package flights.predictor;

import static org.apache.spark.sql.functions.col;

import flights.model.Scoring;
import flights.predictor.metrics.Tally;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which requests a batch holds. */
record BatchReport(List<Request> requests) {

  /** One of them, without what it says. */
  record Request(TopicPartition from, long offset, long timestamp, boolean good) {}

  static BatchReport of(Dataset<Row> rows) {
    return new BatchReport(
        rows
            .select(
                col(Scoring.SOURCE + ".topic"),
                col(Scoring.SOURCE + ".partition"),
                col(Scoring.SOURCE + ".offset"),
                col(Scoring.SOURCE + ".timestamp"),
                col(Scoring.ERROR).isNull())
            .collectAsList()
            .stream()
            .map(BatchReport::request)
            .toList());
  }

  boolean hasGood() {
    return requests.stream().anyMatch(Request::good);
  }

  boolean hasBad() {
    return !requests.stream().allMatch(Request::good);
  }

  /** To be called when all answers are out. */
  void publish(Progress progress) {
    requests.forEach(request -> progress.reached(request.from(), request.offset()));
    progress.publish();
    Tally.here().came(requests.size());
    Tally.here().left(requests, Request::good, Request::timestamp);
  }

  private static Request request(Row row) {
    return new Request(
        new TopicPartition(row.getString(0), row.getInt(1)),
        row.getLong(2),
        row.<Instant>getAs(3).toEpochMilli(),
        row.getBoolean(4));
  }
}
