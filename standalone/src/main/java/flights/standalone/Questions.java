package flights.standalone;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import flights.core.kafka.Kafka;
import flights.core.process.LifeSign;
import flights.core.settings.Settings;
import flights.core.store.StoreAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;

/**
 * What the watchdogs ask, on connections of their own. A process is asked only for what it can
 * answer by itself: what it depends on may be away.
 */
final class Questions implements AutoCloseable {

  private final Settings settings;
  private final Duration patience;
  private final List<Runnable> connections = new ArrayList<>();

  /**
   * @param patience for one answer
   */
  Questions(Settings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  Watchdog.Question to(String process) {
    return switch (process) {
      case Processes.STORE -> store();
      case Processes.BROKER -> broker();
      case Processes.WEB -> web();
      // A predictor is asked by nobody, and its metrics may be switched off.
      default -> lifeSign(settings.home().lifeSign(process));
    };
  }

  private Watchdog.Question store() {
    int millis = (int) patience.toMillis();
    MongoClientSettings impatient =
        StoreAccess.of(settings)
            .clientSettings()
            .applyToClusterSettings(it -> it.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
            .applyToSocketSettings(
                it ->
                    it.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(millis, TimeUnit.MILLISECONDS))
            .applyToConnectionPoolSettings(it -> it.maxSize(1))
            .retryReads(false)
            .build();
    MongoClient client = MongoClients.create(impatient);
    connections.add(client::close);
    return pid -> {
      try {
        client.getDatabase(settings.mongodbDatabase()).runCommand(new Document("ping", 1));
        return true;
      } catch (MongoException e) {
        return false;
      }
    };
  }

  private Watchdog.Question broker() {
    Admin admin = new Kafka(settings).admin(patience);
    // What is still asked is not waited for.
    connections.add(() -> admin.close(Duration.ZERO));
    return pid -> {
      try {
        // From what the broker itself knows; the controller is not asked.
        admin.describeCluster().clusterId().get();
        return true;
      } catch (ExecutionException e) {
        return false;
      }
    };
  }

  /** Its health may be bad, but it is told at once, from what was seen before. */
  private Watchdog.Question web() {
    HttpClient http = HttpClient.newBuilder().connectTimeout(patience).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + settings.webAddress() + "/health"))
            .timeout(patience)
            .build();
    return pid -> {
      try {
        http.send(request, BodyHandlers.discarding());
        return true;
      } catch (IOException e) {
        return false;
      }
    };
  }

  private static Watchdog.Question lifeSign(Path file) {
    return new Watchdog.Question() {
      private Optional<Instant> last = Optional.empty();

      @Override
      public boolean isAnswered(long pid) {
        Optional<Instant> latest = LifeSign.at(file);
        boolean newer = !latest.equals(last);
        last = latest;
        return newer && LifeSign.read(file).filter(sign -> sign.pid() == pid).isPresent();
      }
    };
  }

  @Override
  public void close() {
    connections.forEach(Runnable::run);
  }
}
