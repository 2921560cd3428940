package flights.web.backends;

import flights.core.kafka.Topics;
import flights.web.background.Trouble;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/** Makes the topics as soon as the broker is there, and looks again when it has been away. */
public final class TopicsAtHand {

  private final Backends backends;
  private final BooleanSupplier brokerIsUp;
  private final int partitions;
  private final Trouble trouble = new Trouble();
  private boolean done;

  public TopicsAtHand(Backends backends, BooleanSupplier brokerIsUp, int partitions) {
    this.backends = backends;
    this.brokerIsUp = brokerIsUp;
    this.partitions = partitions;
  }

  /** Does what is missing; to be called again and again. */
  public void ensure() {
    boolean up = brokerIsUp.getAsBoolean();
    done = up && (done || make());
  }

  private boolean make() {
    try {
      Topics.ensure(backends.admin(), Topics.FLIGHT_DELAY, partitions);
      // The first request does not have to ask the broker where the topic is.
      backends.producer().partitionsFor(Topics.REQUESTS);
      trouble.isOver();
      return true;
    } catch (ExecutionException | KafkaException e) {
      trouble.is("the topics cannot be made: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
