package flights.core.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The names of the topics and how they are made: the one place that knows them. */
public final class Topics {

  public static final String REQUESTS = "flight_delay_classification_request";
  public static final String RESPONSES = "flight_delay_classification_response";
  public static final String ERRORS = "flight_delay_classification_errors";

  /** What is to be trained, for a trainer that listens. */
  public static final String TRAINING_REQUESTS = "training_requests";

  /** Those that are there whatever models are served. */
  public static final List<String> ALL = List.of(REQUESTS, RESPONSES, ERRORS, TRAINING_REQUESTS);

  /** In bytes. A producer sends a megabyte at most by default; its dead letter is a bit more. */
  public static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

  private Topics() {}

  /** Creates the topics that are not there yet, with the cluster's own replication. */
  public static void ensure(Admin admin, Collection<String> names, int partitions)
      throws InterruptedException, ExecutionException {
    Set<String> there = admin.listTopics().names().get();
    List<NewTopic> missing =
        names.stream()
            .distinct()
            .filter(name -> !there.contains(name))
            .map(
                name ->
                    new NewTopic(name, Optional.of(partitions), Optional.empty())
                        .configs(Map.of("max.message.bytes", String.valueOf(LARGEST_MESSAGE))))
            .toList();
    try {
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      // Several processes may start at once.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
