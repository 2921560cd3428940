package flights.bench;

import com.fasterxml.jackson.databind.JsonNode;
import flights.bench.load.AnsweredRequest;
import flights.bench.report.Findings;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.flight.FlightTopics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where the time goes from a request that is due to its answer, by the times that the messages
 * bear. Those are whole milliseconds, so that only their mean over many requests says something.
 */
final class Spans implements AutoCloseable {

  /** Where a moment lies in its millisecond, on average. */
  private static final double HALF = 0.5;

  private final Map<String, AnsweredRequest> asked = new ConcurrentHashMap<>();
  private final double nanoTimeAtEpoch = millis(Instant.now()) - System.nanoTime() / 1e6;
  private final TopicMark requests;
  private final TopicMark answers;

  Spans(Kafka kafka) {
    requests = TopicMark.of(kafka, FlightTopics.REQUESTS);
    answers = TopicMark.of(kafka, FlightTopics.RESPONSES);
  }

  /** Takes note of an answer, as cheaply as can be. */
  void take(AnsweredRequest answered) {
    asked.put(answered.id(), answered);
  }

  /** Reads the messages, and tells what lies between. */
  void tell(Findings findings, String group) {
    Map<String, Double> received = new HashMap<>();
    long[] bytes = {0, 0};
    requests.read(
        message -> {
          if (message.key() != null && asked.containsKey(message.key())) {
            received.put(message.key(), time(message, "Timestamp"));
            bytes[0] += message.value().length;
          }
        });
    Sums sums = new Sums();
    answers.read(
        message -> {
          AnsweredRequest request = message.key() == null ? null : asked.get(message.key());
          if (request != null && received.containsKey(message.key())) {
            sums.add(moments(request, received.get(message.key()), message));
            bytes[1] += message.value().length;
          }
        });
    sums.tell(findings, group);
    int count = Math.max(1, sums.count);
    findings.figure(group, "message of a request", (double) bytes[0] / count, "bytes");
    findings.figure(group, "message of an answer", (double) bytes[1] / count, "bytes");
  }

  @Override
  public void close() {
    requests.close();
    answers.close();
  }

  private double[] moments(
      AnsweredRequest request, double received, ConsumerRecord<String, byte[]> answer) {
    return new double[] {
      nanoTimeAtEpoch + request.dueNanos() / 1e6,
      received,
      time(answer, "ScoredAt"),
      answer.timestamp() + HALF,
      nanoTimeAtEpoch + request.answeredNanos() / 1e6
    };
  }

  private static double time(ConsumerRecord<String, byte[]> message, String field) {
    JsonNode time = Json.read(message.value(), JsonNode.class).path(field);
    return Instant.parse(time.asText()).toEpochMilli() + HALF;
  }

  private static double millis(Instant time) {
    return time.getEpochSecond() * 1e3 + time.getNano() / 1e6;
  }

  private static final class Sums {

    private static final List<String> NAMES =
        List.of(
            "due, sent and read by the web",
            "web, Kafka, Spark: scored",
            "scored, stored and handed to Kafka",
            "Kafka, web: answered");

    private final double[] sums = new double[NAMES.size()];
    private int count;

    void add(double[] moments) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += moments[i + 1] - moments[i];
      }
      count++;
    }

    void tell(Findings findings, String group) {
      double all = 0;
      for (int i = 0; i < sums.length; i++) {
        findings.figure(group, "mean: " + NAMES.get(i), sums[i] / Math.max(1, count), "ms");
        all += sums[i] / Math.max(1, count);
      }
      findings.figure(group, "mean: all", all, "ms");
    }
  }
}
