import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends each line that comes in as a comment; a line that is JSON already goes as it is. */
public class Send {

  /** Arguments: the topic. */
  public static void main(String[] args) throws Exception {
    Kafka kafka = new Kafka(Settings.fromEnvironment());
    try (var producer = kafka.producer(Map.of("max.block.ms", 15_000));
        var lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String id = UUID.randomUUID().toString();
        String json = line.startsWith("{") ? line : json(id, line);
        producer.send(new ProducerRecord<>(args[0], id, json.getBytes(StandardCharsets.UTF_8))).get();
        System.out.println("sent        " + json);
      }
    } catch (java.util.concurrent.ExecutionException e) {
      System.err.println("not sent: " + e.getCause().getMessage());
      System.exit(1);
    }
  }

  private static String json(String id, String comment) {
    String escaped = comment.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ");
    return "{\"id\":\"" + id + "\",\"clean_text\":\"" + escaped + "\"}";
  }
}
