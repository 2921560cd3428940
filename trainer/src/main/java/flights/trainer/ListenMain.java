package flights.trainer;

import flights.core.command.ModelCommands.TrainCommand;
import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.tracker.Tracker;
import flights.core.training.TrainingListener;
import flights.model.command.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for trainings that are asked for on Kafka, and runs them one after the other. */
public final class ListenMain {

  private static final Logger LOG = LoggerFactory.getLogger(ListenMain.class);

  private ListenMain() {}

  public static void main(String[] args) {
    Command.run(TrainCommand.class, args, ListenMain::listen);
  }

  private static void listen(Settings settings, TrainCommand asked, Store store)
      throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin()) {
      Topics.ensure(
          admin, List.of(Topics.TRAINING_REQUESTS), settings.partitions(), settings.keep());
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e));
    }
    TrainingListener listener = new TrainingListener(kafka, store, new Child());
    Runtime.getRuntime().addShutdownHook(new Thread(listener::close, "training-stop"));
    listener.start();
    Tracker.of(settings, store).ifPresent(Tracker::start);
    LOG.info("waiting for trainings on {}", Topics.TRAINING_REQUESTS);
    listener.await();
  }

  /** The trainer in a process of its own, that says what it has to say where this one does. */
  private static final class Child implements TrainingListener.Script {

    private volatile Process process;

    @Override
    public int run(List<String> words) throws IOException, InterruptedException {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(Stream.of(System.getProperty("flights.script")), words.stream())
                      .toList())
              .inheritIO();
      builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
      process = builder.start();
      return process.waitFor();
    }

    @Override
    public void stop() {
      if (process != null) {
        process.destroy();
      }
    }
  }
}
