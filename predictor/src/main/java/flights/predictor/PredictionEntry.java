package flights.predictor;

import flights.core.store.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * One scored row on its way out.
 *
 * @param from where the request stood
 * @param timestamp when the request was sent, in milliseconds since 1970
 * @param error null when it was scored
 * @param document what is stored and sent when it was scored
 * @param original the request's own bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are only passed on
record PredictionEntry(
    TopicPartition from,
    long offset,
    long timestamp,
    String id,
    String error,
    Map<String, Object> document,
    byte[] original) {

  /** The field of a stored prediction that tells which request it answers. */
  static final String SOURCE = "_source";

  boolean isGood() {
    return error == null;
  }

  /** The same request, with the reason why its answer does not count. */
  PredictionEntry rejected(String reason) {
    return new PredictionEntry(from, offset, timestamp, id, reason, null, original);
  }

  /** The same request, with the answer that is stored. */
  PredictionEntry answered(Document stored) {
    Map<String, Object> answer = Documents.plain(stored);
    answer.keySet().removeAll(List.of("_id", SOURCE));
    return new PredictionEntry(from, offset, timestamp, id, null, answer, original);
  }

  String source() {
    return from.topic() + "/" + from.partition() + "/" + offset;
  }

  /** What is stored of an answer, beside its id. */
  Document answer() {
    return new Document(document).append(SOURCE, source());
  }

  /** What is stored of a rejection. */
  Document rejection() {
    return new Document("_id", id)
        .append("Reason", error)
        .append("Topic", from.topic())
        .append("Partition", from.partition())
        .append("Offset", offset)
        .append("RejectedAt", Instant.now());
  }
}
