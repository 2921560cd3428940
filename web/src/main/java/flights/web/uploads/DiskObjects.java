package flights.web.uploads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files in a folder. One that is being written has another name, and is locked: a lock ends with
 * its process, so what is not locked is nobody's.
 */
final class DiskObjects implements ObjectStore {

  private static final String UNFINISHED = ".part";

  private final Path folder;

  DiskObjects(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public ObjectDraft begin(String name) throws IOException {
    try {
      Files.createDirectories(folder);
      return new Draft(folder.resolve("." + UUID.randomUUID() + UNFINISHED), folder.resolve(name));
    } catch (IOException e) {
      throw told("cannot be written", e);
    }
  }

  @Override
  public List<StoredObject> list() throws IOException {
    List<StoredObject> found = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (!name.startsWith(".") && Files.isRegularFile(file)) {
        try {
          found.add(
              new StoredObject(
                  name, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
          // Removed meanwhile.
        }
      }
    }
    return found;
  }

  @Override
  public void remove(String name) throws IOException {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw told("does not let go of " + name, e);
    }
  }

  @Override
  public void removeLeftOvers() throws IOException {
    for (Path file : files()) {
      if (file.getFileName().toString().endsWith(UNFINISHED)) {
        removeUnlessLocked(file);
      }
    }
  }

  @Override
  public void close() {}

  private static void removeUnlessLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      // Of this process, or gone.
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw told("cannot be read", e);
    }
  }

  private IOException told(String what, IOException e) {
    String why =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage();
    return new IOException("the folder " + folder + " " + what + ": " + why, e);
  }

  private final class Draft extends ObjectDraft {

    private final Path unfinished;
    private final Path target;
    private final FileChannel channel;

    Draft(Path unfinished, Path target) throws IOException {
      this.unfinished = unfinished;
      this.target = target;
      channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      } catch (IOException e) {
        throw told("cannot be written", e);
      }
    }

    @Override
    String keep() throws IOException {
      try {
        channel.force(true);
        Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        return target.toUri().toString();
      } catch (IOException e) {
        throw told("cannot be written", e);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
