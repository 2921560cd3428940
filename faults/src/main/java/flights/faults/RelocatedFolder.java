package flights.faults;

import flights.core.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that lies on a small disk of its own for a while, with all that is in it. */
final class RelocatedFolder implements AutoCloseable {

  private static final long PAGE = 4_096;

  private final Path folder;
  private final SmallDisk disk;

  private RelocatedFolder(Path folder, SmallDisk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /**
   * Throws {@link FaultNotPossibleException} when this machine has no such disk. Nobody may write
   * meanwhile.
   *
   * @param room bytes for what comes
   */
  static RelocatedFolder to(Path folder, long room)
      throws IOException, InterruptedException, FaultNotPossibleException {
    Files.createDirectories(folder);
    long size = taken(folder) + room;
    Path before = beside(folder);
    Files.move(folder, before);
    SmallDisk disk;
    try {
      disk = SmallDisk.mount(folder, size);
    } catch (IOException e) {
      Files.delete(folder);
      Files.move(before, folder);
      throw new FaultNotPossibleException("no small disk can be mounted here: " + e.getMessage());
    }
    copy(before, folder);
    Folders.delete(before);
    return new RelocatedFolder(folder, disk);
  }

  SmallDisk disk() {
    return disk;
  }

  /** What is on the disk takes its place. Nobody may write meanwhile. */
  @Override
  public void close() throws IOException, InterruptedException {
    copy(folder, beside(folder));
    disk.close();
    Files.deleteIfExists(folder);
    Files.move(beside(folder), folder);
  }

  private static long taken(Path folder) throws IOException {
    long taken = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        taken += (Files.size(file) / PAGE + 1) * PAGE;
      }
    }
    return taken;
  }

  private static Path beside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + "-aside");
  }

  /** With holes in files as holes: those of a broker are mostly holes. */
  private static void copy(Path from, Path to) throws IOException {
    try {
      Process copying =
          new ProcessBuilder("cp", "-a", "--sparse=always", "-T", from.toString(), to.toString())
              .inheritIO()
              .start();
      if (copying.waitFor() != 0) {
        throw new IOException(from + " cannot be copied");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
