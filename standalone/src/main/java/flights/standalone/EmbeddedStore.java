package flights.standalone;

import de.bwaldvogel.mongo.MongoVersion;
import flights.standalone.store.DiskBackend;
import flights.standalone.store.StoreServer;
import flights.standalone.store.query.QueryMemory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;

/** A store in this process that speaks MongoDB's protocol, on the loopback address only. */
public final class EmbeddedStore implements AutoCloseable {

  /** As MongoDB does. */
  private static final Duration EXPIRE_EVERY = Duration.ofMinutes(1);

  private final StoreServer server;

  private EmbeddedStore(
      Path file, int port, QueryMemory memory, Duration expireEvery, SslContext encryption) {
    DiskBackend backend = new DiskBackend(file, memory, expireEvery);
    server =
        new StoreServer(
            backend.version(new Mongo6()),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            encryption);
  }

  /** A store that forgets; port 0 for any that is free. */
  public static EmbeddedStore inMemory(int port) {
    return inMemory(port, QueryMemory.usual());
  }

  /** As inMemory, with bounds for what queries may hold. */
  static EmbeddedStore inMemory(int port, QueryMemory memory) {
    return inMemory(port, memory, EXPIRE_EVERY);
  }

  static EmbeddedStore inMemory(int port, QueryMemory memory, Duration expireEvery) {
    return new EmbeddedStore(null, port, memory, expireEvery, null);
  }

  /** As in memory, for clients that encrypt what they send and trust the certificate. */
  public static EmbeddedStore encrypted(int port, PrivateKey key, X509Certificate certificate) {
    try {
      return new EmbeddedStore(
          null,
          port,
          QueryMemory.usual(),
          EXPIRE_EVERY,
          SslContextBuilder.forServer(key, certificate).build());
    } catch (SSLException e) {
      throw new IllegalArgumentException("the certificate cannot be used: " + e.getMessage(), e);
    }
  }

  /** A store that keeps its data in a file; port 0 for any that is free. */
  public static EmbeddedStore onDisk(Path file, int port) {
    return onDisk(file, port, QueryMemory.usual());
  }

  /** As onDisk, with bounds for what queries may hold. */
  static EmbeddedStore onDisk(Path file, int port, QueryMemory memory) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the store's folder cannot be made: " + e.getMessage(), e);
    }
    return new EmbeddedStore(file, port, memory, EXPIRE_EVERY, null);
  }

  /** The address for a MongoDB client. */
  public String uri() {
    return "mongodb://127.0.0.1:" + server.address().getPort();
  }

  @Override
  public void close() {
    server.close();
  }

  /** What the store answers when asked for its version: today's mongosh refuses anything older. */
  private static final class Mongo6 implements MongoVersion {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(6, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 17;
    }
  }
}
