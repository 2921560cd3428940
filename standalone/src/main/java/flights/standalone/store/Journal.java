package flights.standalone.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of entries that are whole or do not count: each has its length, a checksum, and the mark
 * of the state that it follows. The system keeps what is written when the process is killed.
 */
final class Journal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private static final int LENGTH_AND_CHECKSUM = 2 * Integer.BYTES;

  private final Path path;

  /** Not a channel, which is closed for good when a thread that writes is interrupted. */
  private final RandomAccessFile file;

  private long size;

  Journal(Path path) {
    this.path = path;
    try {
      this.file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Gives the entries that follow a state, in order, up to the first that is not whole. */
  void read(long mark, Consumer<ByteBuffer> reader) {
    ByteBuffer all = content();
    while (all.hasRemaining()) {
      int at = all.position();
      ByteBuffer entry = next(all);
      if (entry == null) {
        LOG.warn(
            "The store's journal {} is cut off or damaged at byte {} of {}: what stands before is"
                + " kept, the rest is left out",
            path,
            at,
            all.limit());
        return;
      }
      long follows = entry.getLong();
      if (follows > mark) {
        LOG.warn(
            "The store's journal {} belongs to a later state than the store: it is left out", path);
        return;
      }
      if (follows == mark) {
        reader.accept(entry);
      }
    }
  }

  /** Adds an entry; when this returns, it outlives the process. */
  void append(long mark, ByteBuffer content) {
    int length = Long.BYTES + content.remaining();
    ByteBuffer entry = ByteBuffer.allocate(LENGTH_AND_CHECKSUM + length).putInt(length);
    entry.putInt(0).putLong(mark).put(content);
    entry.putInt(Integer.BYTES, checksum(entry.array(), LENGTH_AND_CHECKSUM, length));
    try {
      // By position, so that the next entry overwrites one that could not be written.
      file.seek(size);
      file.write(entry.array());
    } catch (IOException e) {
      throw fault(e);
    }
    size += entry.capacity();
  }

  /** In bytes. */
  long size() {
    return size;
  }

  void clear() {
    try {
      file.setLength(0);
    } catch (IOException e) {
      throw fault(e);
    }
    size = 0;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private ByteBuffer content() {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(path));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** The next entry, or null when it is not whole. */
  private static ByteBuffer next(ByteBuffer all) {
    if (all.remaining() < LENGTH_AND_CHECKSUM + Long.BYTES) {
      return null;
    }
    int length = all.getInt();
    int checksum = all.getInt();
    if (length < Long.BYTES
        || length > all.remaining()
        || checksum != checksum(all.array(), all.position(), length)) {
      return null;
    }
    ByteBuffer entry = all.slice(all.position(), length);
    all.position(all.position() + length);
    return entry;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  private UncheckedIOException fault(IOException e) {
    return new UncheckedIOException(
        "the store's journal " + path + " cannot be used: " + e.getMessage(), e);
  }
}
