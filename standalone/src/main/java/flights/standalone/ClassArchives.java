package flights.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of running processes as the JVM has parsed and linked them, for the next start: it
 * maps them from a file, and takes half of the processors' time. The script gives the files to the
 * JVM and deletes them when the program is built anew.
 */
final class ClassArchives {

  private static final Logger LOG = LoggerFactory.getLogger(ClassArchives.class);
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;

  ClassArchives(Path folder) {
    this.folder = folder;
  }

  /** Where the script looks for them. */
  static ClassArchives ofTheProgram() {
    return new ClassArchives(Path.of(System.getProperty("flights.root"), "target"));
  }

  /** Makes a process's archive unless there is one; the process stands still for that long. */
  void write(String module, long pid) throws InterruptedException {
    Path archive = folder.resolve(module + ".jsa");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (Files.exists(archive) || !Files.isWritable(folder) || !Files.isExecutable(jcmd)) {
      return;
    }
    Path part = folder.resolve(module + ".jsa-" + pid);
    try {
      if (dump(jcmd, pid, part) && Files.exists(part)) {
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // Nothing but time is lost.
      LOG.debug("{} cannot be written", archive, e);
    }
  }

  private static boolean dump(Path jcmd, long pid, Path file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                jcmd.toString(), String.valueOf(pid), "VM.cds", "dynamic_dump", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
