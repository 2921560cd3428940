package flights.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of its own under a folder, that can be filled up. */
final class SmallDisk implements AutoCloseable {

  private static final int PIECE = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Throws IOException with the reason when this machine does not allow it. */
  static SmallDisk mount(Path folder, long size) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  /** Takes all that is left of it. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int piece = PIECE; piece > 0; ) {
        try {
          out.write(new byte[piece]);
        } catch (IOException full) {
          piece /= 4;
        }
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", folder.toString());
  }

  private Path filler() {
    return folder.resolve(".filler");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said.strip().lines().findFirst().orElse(command[0] + " has failed"));
    }
  }
}
