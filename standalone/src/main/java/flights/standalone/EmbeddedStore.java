package flights.standalone;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import flights.standalone.store.DiskBackend;
import flights.standalone.store.MemoryStoreBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A store in this process that speaks MongoDB's protocol, on the loopback address only. */
public final class EmbeddedStore implements AutoCloseable {

  private final MongoServer server;
  private final InetSocketAddress address;

  private EmbeddedStore(MongoServer server, int port) {
    this.server = server;
    this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.address = server.getLocalAddress();
  }

  /** A store that forgets; port 0 for any that is free. */
  public static EmbeddedStore inMemory(int port) {
    return new EmbeddedStore(server(new MemoryStoreBackend()), port);
  }

  /** As in memory, for clients that encrypt what they send and trust the certificate. */
  public static EmbeddedStore encrypted(int port, PrivateKey key, X509Certificate certificate) {
    MongoServer server = server(new MemoryStoreBackend());
    server.enableSsl(key, null, certificate);
    return new EmbeddedStore(server, port);
  }

  /** A store that keeps its data in a file; port 0 for any that is free. */
  public static EmbeddedStore onDisk(Path file, int port) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the store's folder cannot be made: " + e.getMessage(), e);
    }
    return new EmbeddedStore(server(new DiskBackend(file)), port);
  }

  private static MongoServer server(MongoBackend backend) {
    return new MongoServer(backend.version(new Mongo6()));
  }

  /** The address for a MongoDB client. */
  public String uri() {
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
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
