package flights.web.predict;

import flights.core.flight.Prediction;
import flights.core.json.Json;
import flights.core.kafka.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last predictions that were heard. Reads them only when somebody wants to see them. */
final class Recent {

  private static final int MOST = 8;

  private final Deque<byte[]> heard = new ArrayDeque<>();

  synchronized void hear(ConsumerRecord<String, byte[]> message) {
    if (message.topic().equals(Topics.RESPONSES)) {
      heard.addFirst(message.value());
    }
    if (heard.size() > MOST) {
      heard.removeLast();
    }
  }

  /** The last first. */
  List<Prediction> latest() {
    List<Prediction> latest = new ArrayList<>();
    for (byte[] prediction : copy()) {
      try {
        latest.add(Json.read(prediction, Prediction.class));
      } catch (IllegalArgumentException e) {
        // Another program's message; the listener says so when somebody waits for it.
      }
    }
    return latest;
  }

  private synchronized List<byte[]> copy() {
    return List.copyOf(heard);
  }
}
