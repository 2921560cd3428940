package flights.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything is started on them. */
final class Ports {

  private Ports() {}

  /** Throws {@link StartException} when the port is taken. */
  static void requireFree(int port, String what, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections are just being forgotten by the system is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartException(
          "port "
              + port
              + " is taken, but "
              + what
              + " needs it: stop what uses it, or set "
              + variable
              + " to another port");
    }
  }
}
