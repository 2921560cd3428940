package flights.web;

import flights.core.json.Json;
import flights.web.errors.ErrorResponses;
import flights.web.errors.ServerErrors;
import flights.web.guard.BodyLimit;
import flights.web.guard.GivenTwice;
import flights.web.guard.SameOrigin;
import flights.web.guard.SecurityHeaders;
import flights.web.operate.Requests;
import flights.web.pages.Assets;
import flights.web.pages.Pages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: what holds for every page and every call, whoever answers it. */
final class WebServer implements AutoCloseable {

  private static final long IDLE_MILLIS = 60_000;
  private static final long STOP_MILLIS = 1_000;
  private static final long STOP_IDLE_MILLIS = 100;
  private static final int ACCEPT_QUEUE = 1_024;

  /** Each costs some 25 kB of heap; more of them wait with the system until others have gone. */
  private static final int MOST_CONNECTIONS = 3_000;

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Returns when it listens; throws {@link ListenException} when it cannot.
   *
   * @param port 0 for any that is free
   * @param first sees every request before anything else does
   */
  static WebServer start(
      String host,
      int port,
      QueuedThreadPool threads,
      Handler.Singleton first,
      Requests requests,
      List<Consumer<RoutesConfig>> routes) {
    AddressMethods methods = new AddressMethods();
    Javalin javalin =
        Javalin.create(
            config -> {
              http(config);
              jetty(config, threads, first);
              config.jetty.addConnector((server, http) -> listening(server, http, host, port));
              config.requestLogger.http(requests::end);
              config.routes.before(requests::begin);
              config.routes.before(SecurityHeaders::add);
              config.routes.before(methods::check);
              config.routes.before(SameOrigin::check);
              config.routes.before(BodyLimit::check);
              config.routes.before(GivenTwice::check);
              ErrorResponses.configure(config.routes);
              Assets.routes(config.routes);
              routes.forEach(each -> each.accept(config.routes));
            });
    endpoints(javalin).forEach(it -> methods.add(it.method.name(), it.path));
    return new WebServer(javalin.start());
  }

  int port() {
    return javalin.port();
  }

  /** All addresses but the assets', such as GET /health. */
  Set<String> addresses() {
    return endpoints(javalin)
        .filter(it -> !it.path.startsWith(Assets.path()))
        .map(it -> it.method.name() + " " + it.path)
        .collect(Collectors.toSet());
  }

  private static Stream<Endpoint> endpoints(Javalin javalin) {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(it -> it.endpoint)
        .filter(it -> it.method.isHttpMethod());
  }

  @Override
  public void close() {
    try {
      // Not Javalin's own stop(), which logs what is told here as a fault.
      javalin.jettyServer().server().stop();
    } catch (Exception e) {
      // A client did not take its answer in time; there is nobody left to tell.
    }
  }

  private static void http(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = ErrorResponses.MOST_SENT;
    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
    config.fileRenderer(new Pages());
    config.staticFiles.add(
        files -> {
          files.hostedPath = Assets.path();
          files.directory = Assets.own();
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", Assets.FOR_EVER);
        });
  }

  private static void jetty(
      JavalinConfig config, QueuedThreadPool threads, Handler.Singleton first) {
    config.jetty.threadPool = threads;
    config.jetty.multipartConfig.maxFileSize(ErrorResponses.MOST_UPLOADED, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(ErrorResponses.MOST_UPLOADED, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.insertHandler(first);
          server.insertHandler(new GracefulHandler());
          server.setErrorHandler(new ServerErrors());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new ServerErrors()));
  }

  /** Opens the port before the server starts, so that a taken one is found at once and quietly. */
  private static Connector listening(Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    try {
      connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
      connector.open();
      return connector;
    } catch (IOException e) {
      throw new ListenException(host, port, e);
    }
  }
}
