package flights.web;

import flights.core.settings.Settings;
import flights.web.backends.Backends;
import flights.web.backends.BrokerCheck;
import flights.web.background.Background;
import flights.web.health.Health;
import flights.web.predict.Answers;
import flights.web.predict.PredictRoutes;
import flights.web.predict.RequestSender;
import flights.web.reference.Reference;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The whole web process: its server, its connections, and its work in the background. */
public final class Web implements AutoCloseable {

  private static final int MAX_THREADS = 64;
  private static final int BACKGROUND_THREADS = 4;
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Background background = new Background(BACKGROUND_THREADS);
  private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
  private final Reference reference = Reference.load(background);
  private final Backends backends;
  private final Health health;
  private final Answers answers;
  private final WebServer server;

  private Web(Settings settings, int port) {
    threads.setName("web");
    backends = new Backends(settings);
    health = new Health(new BrokerCheck(backends, settings.partitions()), backends::checkStore);
    answers = new Answers(backends, threads);
    RequestSender sender = new RequestSender(backends, health::broker, threads);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    PredictRoutes predict = new PredictRoutes(clock, reference, sender, answers);
    server =
        WebServer.start(
            settings.webHost(), port, threads, List.of(predict::routes, health::routes));
  }

  /**
   * Returns as soon as it listens; the broker and the store may come later. Throws {@link
   * ListenException} when it cannot listen.
   */
  static Web start(Settings settings) {
    return start(settings, settings.webPort());
  }

  /**
   * @param port instead of the settings' port; 0 for any that is free
   */
  static Web start(Settings settings, int port) {
    Web web = new Web(settings, port);
    web.startBackground();
    return web;
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    answers.close();
    server.close();
    background.close();
    backends.close();
  }

  private void startBackground() {
    health.start(background);
    background.every(OFTEN, () -> reference.refresh(() -> health.store().up(), backends::store));
    answers.start();
  }
}
