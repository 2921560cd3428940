package flights.predictor.answer;

import flights.core.store.Documents;
import flights.model.RowMaps;
import flights.model.Scoring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Row;
import org.bson.Document;

/**
 * A request with its answer, or with the reason why it has none, on its way out.
 *
 * @param timestamp when the request was sent, in milliseconds since 1970
 * @param error null when it was scored
 * @param document what is stored and sent when it was scored
 * @param original the request's own bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are only passed on
record ScoredRequest(
    RequestPosition position,
    long timestamp,
    String id,
    String error,
    Map<String, Object> document,
    byte[] original) {

  /** The field of a stored prediction that tells which request it answers. */
  static final String SOURCE = "_source";

  /** What has come out of {@link Scoring} for a message of Kafka. */
  static ScoredRequest of(Row scored) {
    Row message = scored.getAs(Scoring.MESSAGE);
    String error = scored.getAs(Scoring.ERROR);
    return new ScoredRequest(
        new RequestPosition(
            new TopicPartition(message.getAs("topic"), message.<Integer>getAs("partition")),
            message.<Long>getAs("offset")),
        message.<Instant>getAs("timestamp").toEpochMilli(),
        scored.getAs(Scoring.ID),
        error,
        error == null ? RowMaps.of(scored.<Row>getAs(Scoring.DOCUMENT)) : null,
        message.getAs(Scoring.VALUE));
  }

  boolean isGood() {
    return error == null;
  }

  /** The same request, with the reason why its answer does not count. */
  ScoredRequest rejected(String reason) {
    return new ScoredRequest(position, timestamp, id, reason, null, original);
  }

  /** The same request, with the answer that is stored. */
  ScoredRequest answered(Document stored) {
    Map<String, Object> answer = Documents.plain(stored);
    answer.keySet().removeAll(List.of("_id", SOURCE));
    return new ScoredRequest(position, timestamp, id, null, answer, original);
  }

  /** Whether a stored answer is the one to this very request. */
  boolean isAnsweredBy(Document stored) {
    return position.words().equals(stored.get(SOURCE));
  }

  /** What is stored of an answer, beside its id. */
  Document answer() {
    return new Document(document).append(SOURCE, position.words());
  }

  /** What is stored of a rejection. */
  Document rejection() {
    return new Document("_id", id)
        .append("Reason", error)
        .append("Topic", position.partition().topic())
        .append("Partition", position.partition().partition())
        .append("Offset", position.offset())
        .append("RejectedAt", Instant.now());
  }
}
