package flights.web.answers;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last predictions that were heard. Reads them only when somebody wants to see them. */
final class RecentAnswers {

  private static final int MOST = AnswerTopics.RECENT_ANSWERS;
  private static final int SHOWN = 8;

  private final AnswerSource source;
  private final Deque<byte[]> heard = new ArrayDeque<>();

  RecentAnswers(AnswerSource source) {
    this.source = source;
  }

  synchronized void hear(ConsumerRecord<String, byte[]> message) {
    if (source.isPrediction(message)) {
      heard.addFirst(message.value());
    }
    if (heard.size() > MOST) {
      heard.removeLast();
    }
  }

  /** Some, the last first. */
  <T> List<T> latest(Class<T> type) {
    return read(SHOWN, type);
  }

  /** All that are remembered, the last first. */
  List<JsonNode> all() {
    return read(MOST, JsonNode.class);
  }

  private <T> List<T> read(int most, Class<T> type) {
    List<T> latest = new ArrayList<>();
    for (byte[] prediction : copy(most)) {
      try {
        latest.add(Json.read(prediction, type));
      } catch (IllegalArgumentException e) {
        // Another program's message; the listener says so when somebody waits for it.
      }
    }
    return latest;
  }

  private synchronized List<byte[]> copy(int most) {
    return heard.stream().limit(most).toList();
  }
}
