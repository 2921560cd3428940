package flights.predictor;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * One scored row on its way out.
 *
 * @param from where the request stood
 * @param error null when it was scored
 * @param document what is stored and sent when it was scored
 * @param original the request's own bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are only passed on
record PredictionEntry(
    TopicPartition from,
    long offset,
    String id,
    String error,
    Map<String, Object> document,
    byte[] original) {}
