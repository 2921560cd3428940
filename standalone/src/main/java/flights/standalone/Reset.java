package flights.standalone;

import com.mongodb.client.MongoDatabase;
import flights.core.files.Folders;
import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.process.ProcessLock;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Store;
import flights.flight.FlightTopics;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Clears the broker and the store, or the trained models, or both. */
final class Reset {

  private final Settings settings;
  private final ResetOptions options;
  private final Path streams;

  /**
   * Takes what to clear.
   *
   * @param streams the folders of streams, by which their topics are known
   */
  Reset(Settings settings, ResetOptions options, Path streams) {
    this.settings = settings;
    this.options = options;
    this.streams = streams;
  }

  /** Returns the exit code. */
  int run() throws Exception {
    if (!options.yes() && !confirmed()) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    try (HomeLock lock = HomeLock.take(settings)) {
      if (options.data()) {
        requireEnded(Home.CONNECT);
        requireEnded(Home.MARIADB);
        clearBroker();
        Folders.delete(settings.home().mariaDb());
        Folders.delete(settings.home().checkpoints());
        Folders.delete(settings.home().streams());
        clearUploads();
      }
      clearStore();
      if (options.models()) {
        clearModels();
      }
    }
    System.out.println("Deleted " + options.words() + ".");
    return 0;
  }

  private boolean confirmed() {
    System.out.printf(
        "This deletes %s in %s%s.%nSure? [y/N] ",
        options.words(),
        settings.home().folder(),
        settings.embeddedStore() && settings.embeddedBroker() ? "" : " AND on the servers set");
    Scanner in = new Scanner(System.in, Charset.defaultCharset());
    return in.hasNextLine() && in.nextLine().strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  /** It would go on with what is no longer there. */
  private void requireEnded(String role) {
    Path lock = settings.home().lock(role);
    if (ProcessLock.isHeld(lock)) {
      throw new StartException(
          "the %s of %s still runs: stop it first (process %s)"
              .formatted(role, settings.home().folder(), ProcessLock.holder(lock)));
    }
  }

  private void clearBroker() throws IOException, InterruptedException {
    if (settings.embeddedBroker()) {
      Folders.delete(settings.home().broker());
      return;
    }
    try (Admin admin = new Kafka(settings).admin()) {
      Set<String> ours = new TreeSet<>(FlightTopics.ALL);
      Set<String> there = admin.listTopics().names().get();
      ours.addAll(new StreamTopics(streams).among(there));
      ours.retainAll(there);
      admin.deleteTopics(ours).all().get();
      System.out.println("Topics that are deleted: " + String.join(", ", ours));
    } catch (ExecutionException e) {
      throw new StartException(
          "the topics cannot be deleted: " + KafkaFault.line(settings.kafkaServers(), e));
    }
  }

  /**
   * The registry of the models lies in the store too, with what they have learnt from, and goes
   * with the models.
   */
  private void clearStore() {
    if (settings.embeddedStore() && !Files.exists(settings.home().store())) {
      return;
    }
    try (EmbeddedStore embedded =
            settings.embeddedStore() ? EmbeddedStore.onDisk(settings.home().store(), 0) : null;
        Store store =
            embedded == null
                ? Store.open(settings)
                : Store.open(embedded.uri(), settings.mongodbDatabase())) {
      MongoDatabase database = store.database();
      Set<String> ofModels = new ModelRegistry(database).histories();
      ofModels.add(Collections.MODELS);
      for (String name : database.listCollectionNames().into(new ArrayList<>())) {
        if (ofModels.contains(name) ? options.models() : options.data()) {
          database.getCollection(name).drop();
        }
      }
    }
  }

  /** A folder that was chosen by somebody may hold other things too. */
  private void clearUploads() throws IOException {
    Path ours = settings.home().uploads();
    if (settings.uploads().equals(ours.toUri().toString())) {
      Folders.delete(ours);
    } else {
      System.out.println("The uploads at " + settings.uploads() + " are not deleted.");
    }
  }

  private void clearModels() throws IOException {
    if (settings.modelFolder().isPresent()) {
      Folders.delete(settings.modelFolder().get());
    } else {
      System.out.println(
          "The packages at " + settings.modelStore() + " are forgotten, but not deleted there.");
    }
  }
}
