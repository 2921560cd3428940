package flights.web.backends;

import flights.core.check.Check;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Whether the broker can be worked with: it answers, and the topics are there. Those that are
 * missing are made when it is found, and again when it has been away.
 */
public final class BrokerCheck implements Supplier<Check> {

  private static final int ATTEMPTS = 5;

  private final Backends backends;
  private final Settings settings;
  private final List<String> topics;
  private boolean topicsAtHand;

  /**
   * @param topics that are made; the first is the one that requests go to
   */
  public BrokerCheck(Backends backends, Settings settings, List<String> topics) {
    this.topics = topics;
    this.backends = backends;
    this.settings = settings;
  }

  /** Takes a few seconds when something is wrong. */
  @Override
  public Check get() {
    Check broker = backends.checkBroker();
    try {
      if (broker.up() && !topicsAtHand) {
        Topics.ensure(backends.admin(), topics, settings.partitions(), settings.keep());
        findTopic(ATTEMPTS);
      }
      topicsAtHand = broker.up();
      return broker;
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
      return Check.down("broker", "the check was interrupted");
    } catch (ExecutionException | KafkaException e) {
      return Check.down("broker", "the topics cannot be made: " + e.getMessage());
    }
  }

  /** Makes the producer know the topic, so that the first request is as quick as the others. */
  private void findTopic(int attempts) {
    try {
      backends.producer().partitionsFor(topics.get(0));
    } catch (TimeoutException e) {
      if (attempts == 1) {
        throw e;
      }
      findTopic(attempts - 1);
    }
  }
}
