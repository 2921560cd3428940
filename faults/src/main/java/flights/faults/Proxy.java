package flights.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands between clients and a server on this machine, and does what bad networks do. */
final class Proxy implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;
  private static final long LOOK_NANOS = 20_000_000;

  /** What becomes of bytes. */
  enum Mode {
    PASS,
    /** Each piece waits before it goes on. */
    DELAY,
    /** They are taken and go nowhere. */
    SWALLOW,
    /** Connections are cut, and new ones refused. */
    CUT
  }

  private final int port;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket server;
  private volatile Mode mode = Mode.PASS;
  private volatile long delayMillis;
  private volatile boolean closed;

  Proxy(int port, int target) {
    this.port = port;
    this.target = target;
    listen();
  }

  int port() {
    return port;
  }

  void pass() {
    Mode before = mode;
    mode = Mode.PASS;
    if (before == Mode.CUT) {
      listen();
    } else if (before == Mode.SWALLOW) {
      // What was swallowed is missing in the middle of what was said.
      reset();
    }
  }

  void delay(long millis) {
    delayMillis = millis;
    mode = Mode.DELAY;
  }

  void swallow() {
    mode = Mode.SWALLOW;
  }

  void cut() {
    mode = Mode.CUT;
    closeQuietly(server);
    reset();
  }

  /** Ends all connections that there are with a reset; new ones are welcome. */
  void reset() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed already.
      }
      closeQuietly(socket);
    }
  }

  @Override
  public void close() {
    closed = true;
    cut();
  }

  private void listen() {
    try {
      ServerSocket next = new ServerSocket();
      next.setReuseAddress(true);
      next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      server = next;
      start(() -> accept(next), "proxy-" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    while (!closed && !from.isClosed()) {
      try {
        connect(from.accept());
      } catch (IOException e) {
        // The one that listens was closed; or the server is away, and the client finds out.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    try {
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(behind);
      client.setTcpNoDelay(true);
      behind.setTcpNoDelay(true);
      start(() -> pump(client, behind), "proxy-in");
      start(() -> pump(behind, client), "proxy-out");
    } catch (IOException e) {
      forget(client);
      throw e;
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (hold()) {
          out.write(bytes, 0, read);
        }
      }
    } catch (IOException e) {
      // One of the two has ended it.
    } finally {
      forget(from);
      forget(to);
    }
  }

  /** Whether the piece goes on, after it has waited as long as it has to. */
  private boolean hold() {
    if (mode == Mode.DELAY) {
      LockSupport.parkNanos(delayMillis * 1_000_000);
    }
    boolean swallowed = mode == Mode.SWALLOW;
    while (mode == Mode.SWALLOW) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return !swallowed;
  }

  private void forget(Socket socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // There is nothing left to be done with it.
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
