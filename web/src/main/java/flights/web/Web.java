package flights.web;

import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Retention;
import flights.flight.FlightCollections;
import flights.flight.FlightTopics;
import flights.flight.outcome.OutcomeSummaries;
import flights.web.answers.Answers;
import flights.web.answers.RequestSender;
import flights.web.backends.Backends;
import flights.web.backends.BrokerCheck;
import flights.web.background.Background;
import flights.web.flight.batch.BatchRoutes;
import flights.web.flight.explore.Explore;
import flights.web.flight.explore.LookUps;
import flights.web.flight.explore.RouteFacts;
import flights.web.flight.form.FlightAnswers;
import flights.web.flight.form.PredictRoutes;
import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.LearntByVersion;
import flights.web.flight.reference.Reference;
import flights.web.forecast.ForecastRoutes;
import flights.web.guard.Admin;
import flights.web.guard.Overload;
import flights.web.guard.RateLimit;
import flights.web.health.Health;
import flights.web.models.LiveQuality;
import flights.web.models.ModelPages;
import flights.web.operate.Operate;
import flights.web.predictions.PredictionRoutes;
import flights.web.streams.StreamRoutes;
import flights.web.training.Pipelines;
import flights.web.training.Trainings;
import flights.web.uploads.OldUploads;
import flights.web.uploads.Uploads;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The whole web process: its server, its connections, and its work in the background. */
public final class Web implements AutoCloseable {

  private static final int MAX_THREADS = 64;
  private static final int BACKGROUND_THREADS = 4;
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(5);

  private final Background background = new Background(BACKGROUND_THREADS);
  private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
  private final Reference reference = Reference.load(background);
  private final Backends backends;
  private final LearntByVersion learnt;
  private final Health health;
  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
  private final Operate operate;
  private final Answers answers;
  private final RequestSender sender;
  private final PredictionRoutes predictions;
  private final StreamRoutes streams;
  private final Uploads uploads;
  private final OldUploads oldUploads;
  private final Overload overload;
  private final WebServer server;

  private Web(Settings settings, int port) {
    threads.setName("web");
    backends = new Backends(settings);
    learnt = new LearntByVersion(backends::store);
    health =
        new Health(new BrokerCheck(backends, settings, FlightTopics.ALL), backends::checkStore);
    operate = new Operate(FlightTopics.REQUESTS, FlightAnswers.SOURCE, clock);
    answers = new Answers(FlightAnswers.SOURCE, backends, threads, operate::hear);
    operate.watch(answers::waitedFor);
    sender = new RequestSender(FlightTopics.REQUESTS, backends, health::broker, threads);
    uploads = new Uploads(settings);
    oldUploads = new OldUploads(uploads, backends::store, settings.keep());
    predictions = new PredictionRoutes(backends, sender, threads, clock);
    streams = new StreamRoutes(backends::store, clock);
    overload = new Overload(threads::getQueueSize, answers::areBehind, operate.requests()::refused);
    server =
        WebServer.start(
            settings.webHost(), port, threads, overload, operate.requests(), routes(settings));
  }

  private List<Consumer<RoutesConfig>> routes(Settings settings) {
    LookUps lookUps = new LookUps(backends::store);
    RouteFacts facts = new RouteFacts(lookUps, reference);
    AirportOptions airports = new AirportOptions(reference);
    Admin admin = new Admin(settings.adminToken());
    Trainings trainings =
        new Trainings(
            Pipelines.installed(settings.model()), uploads, backends::store, sender, admin, clock);
    LiveQuality quality =
        new LiveQuality(
            settings.model(),
            answers::asked,
            version -> new OutcomeSummaries(backends.store()).find(version));
    PredictRoutes predict =
        new PredictRoutes(clock, reference, airports, sender, answers, facts, learnt);
    Explore explore = new Explore(lookUps, reference, airports, learnt, background);
    RateLimit limit = new RateLimit(settings.webRate());
    return List.of(
        routes -> routes.before(overload::check),
        routes -> routes.before(limit::check),
        predict::routes,
        health::routes,
        new BatchRoutes(backends, sender, reference, airports, clock)::routes,
        explore::routes,
        trainings::routes,
        predictions::routes,
        new ForecastRoutes(backends::store, predictions.asking())::routes,
        new ModelPages(backends::store, admin, trainings, quality)::routes,
        streams::routes,
        routes -> operate.routes(routes, settings, backends, health, sender, admin));
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
    Map<String, String> dates = new HashMap<>(FlightCollections.DATES);
    dates.putAll(Collections.DATES);
    Retention.begin(settings, dates);
    return web;
  }

  int port() {
    return server.port();
  }

  /** All addresses but the assets', such as GET /health. */
  Set<String> addresses() {
    return server.addresses();
  }

  @Override
  public void close() {
    answers.close();
    predictions.close();
    server.close();
    sender.close();
    background.close();
    uploads.close();
    backends.close();
    operate.close();
  }

  private void startBackground() {
    health.start(background);
    background.every(OFTEN, () -> reference.refresh(() -> health.store().up(), backends::store));
    background.every(SELDOM, learnt);
    background.every(OldUploads.EVERY, oldUploads);
    streams.start(background);
    answers.start();
    background.execute(operate::start);
  }
}
