package flights.sql.source;

import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are not there yet; those that are there, whoever made them, are left alone. */
public final class Topic {

  private Topic() {}

  /**
   * Makes sure that a topic is there.
   *
   * @param latestOnly whether Kafka may forget a message when a later one has the same key
   */
  public static void ensure(Settings settings, String name, boolean latestOnly)
      throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin()) {
      if (!admin.listTopics().names().get().contains(name)) {
        create(admin, settings, name, latestOnly);
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
      }
    }
  }

  private static void create(Admin admin, Settings settings, String name, boolean latestOnly)
      throws InterruptedException, ExecutionException {
    if (!latestOnly) {
      Topics.ensure(admin, List.of(name), settings.partitions(), settings.keep());
      return;
    }
    Map<String, String> config = new HashMap<>();
    config.put("cleanup.policy", "compact");
    config.put("max.message.bytes", String.valueOf(Topics.LARGEST_MESSAGE));
    NewTopic topic = new NewTopic(name, Optional.of(settings.partitions()), Optional.empty());
    admin.createTopics(List.of(topic.configs(config))).all().get();
  }
}
