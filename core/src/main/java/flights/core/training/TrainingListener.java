package flights.core.training;

import com.mongodb.MongoException;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains what is asked for on Kafka, one job after the other, each in a process of its own. A
 * message is dealt with when its job is in the store; from there it is run, by whichever listener
 * claims it, and again when that one is gone.
 */
public final class TrainingListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingListener.class);
  private static final String GROUP = "training";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final long JOIN_MILLIS = 4_000;

  /** Runs a command of the {@code flights} script to its end. */
  public interface Script {
    /** The exit code. */
    int run(List<String> words) throws Exception;

    /** Asks what is running to end; returns at once. */
    void stop();
  }

  private final Kafka kafka;
  private final TrainingJobs jobs;
  private final Script script;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::listenUntilClosed, "training-listener");
  private TrainingRun run;
  private Instant looked = Instant.MIN;

  public TrainingListener(Kafka kafka, Store store, Script script) {
    this.kafka = kafka;
    this.jobs = new TrainingJobs(store);
    this.script = script;
    thread.setDaemon(true);
  }

  /** Returns at once. */
  public void start() {
    thread.start();
  }

  /** Waits until it is closed. */
  public void await() throws InterruptedException {
    thread.join();
  }

  /** Ends the script that may be running; its job waits for the next listener. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenUntilClosed() {
    boolean well = true;
    while (!isClosed()) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        consumer.subscribe(List.of(Topics.TRAINING_REQUESTS));
        while (!isClosed()) {
          take(consumer);
          work();
          well = true;
        }
      } catch (KafkaException | MongoException e) {
        if (well) {
          LOG.warn("trainings cannot be taken up at the moment: {}", e.getMessage());
        }
        well = false;
        isClosedAfter(LOOK_EVERY);
      }
    }
    if (run != null) {
      run.giveBack();
    }
  }

  private void take(Consumer<String, byte[]> consumer) {
    boolean any = false;
    for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
      take(message);
      any = true;
    }
    if (any) {
      consumer.commitSync();
      looked = Instant.MIN;
    }
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    try {
      TrainingRequest request = Json.read(message.value(), TrainingRequest.class);
      if (request.fault() != null) {
        throw new IllegalArgumentException(request.fault());
      }
      jobs.add(request);
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "the message at {}-{} offset {} asks for no training: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          e.getMessage());
    }
  }

  private void work() {
    Instant now = Instant.now();
    boolean due = looked.equals(Instant.MIN) || looked.plus(LOOK_EVERY).isBefore(now);
    if (run != null && run.isOver()) {
      run = null;
      due = true;
    }
    if (due && run == null) {
      run = jobs.claim(now).map(job -> new TrainingRun(job.request(), jobs, script)).orElse(null);
    } else if (due) {
      run.alive(now);
    }
    looked = due ? now : looked;
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            kafka.servers(),
            "client.id",
            "flights-training",
            "group.id",
            GROUP,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "allow.auto.create.topics",
            false,
            "metadata.max.age.ms",
            5_000),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private boolean isClosed() {
    return isClosedAfter(Duration.ZERO);
  }

  private boolean isClosedAfter(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
