package flights.bench.faults;

import flights.core.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Moves a folder onto a small disk of its own, and back, with all that is in it. */
final class Moved {

  private Moved() {}

  /** Throws {@link CannotBeTried} when this machine has no such disk. */
  static Disk to(Path folder, String size) throws IOException, InterruptedException, CannotBeTried {
    Path before = beside(folder);
    Files.createDirectories(folder);
    Files.move(folder, before);
    Disk disk;
    try {
      disk = Disk.mount(folder, size);
    } catch (IOException e) {
      Files.delete(folder);
      Files.move(before, folder);
      throw new CannotBeTried("no small disk can be mounted here: " + e.getMessage());
    }
    copy(before, folder);
    Folders.delete(before);
    return disk;
  }

  /** Saves what is on the disk, before it goes. */
  static void aside(Path folder) throws IOException {
    copy(folder, beside(folder));
  }

  /** The disk is gone: what was on it takes its place. */
  static void back(Path folder) throws IOException {
    Files.deleteIfExists(folder);
    Files.move(beside(folder), folder);
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
