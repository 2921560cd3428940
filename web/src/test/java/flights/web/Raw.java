package flights.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Calls a web process byte by byte, as no proper client would. */
final class Raw {

  private static final int PATIENCE_MILLIS = 20_000;

  private Raw() {}

  /** The status, headers and body that come back, as they are. */
  static String send(Web web, String... packets) {
    try (Socket socket = new Socket("127.0.0.1", web.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      for (String packet : packets) {
        socket.getOutputStream().write(packet.getBytes(StandardCharsets.ISO_8859_1));
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
