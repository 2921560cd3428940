package flights.flight.spark.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves the files of a folder, also from the middle on, as the Bureau's server does. */
final class FileServer implements AutoCloseable {

  private final Path folder;
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean cutsOff;

  FileServer(Path folder) throws IOException {
    this.folder = folder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/PREZIP";
  }

  /** File names, each with the byte that it was asked for from: {@code name@0}. */
  List<String> asked() {
    return asked;
  }

  /** From now on: whether a connection breaks in the middle of a file. */
  void cutOff(boolean cutsOff) {
    this.cutsOff = cutsOff;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    asked.add(name + "@" + from);
    Path file = folder.resolve(name);
    try (exchange) {
      if (!Files.exists(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] all = Files.readAllBytes(file);
      if (from >= all.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      byte[] rest = Arrays.copyOfRange(all, from, all.length);
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .add("Content-Range", "bytes %d-%d/%d".formatted(from, all.length - 1, all.length));
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
      exchange.getResponseBody().write(rest, 0, cutsOff ? rest.length / 2 : rest.length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
