package flights.bench.questions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An embedded store in a process of its own, with a heap of its own, that it may fill. */
public final class StoreProcess implements AutoCloseable {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final String uri;
  private final Path log;

  private StoreProcess(Process process, String uri, Path log) {
    this.process = process;
    this.uri = uri;
    this.log = log;
  }

  /**
   * As the process that holds the store of {@code ./flights up}, with the same flags.
   *
   * @param root where the program lies
   */
  public static StoreProcess start(Path root, int heapMegabytes, Path folder) throws IOException {
    List<String> flags =
        List.of(
            "@" + root.resolve("jvm.options").toAbsolutePath(),
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseParallelGC");
    return start(classPath(root), flags, folder);
  }

  /**
   * Starts one, and returns when it serves.
   *
   * @param classPath with the store's libraries and this class
   * @param flags of the virtual machine, such as the size of its heap
   * @param folder for its file and its log
   */
  public static StoreProcess start(String classPath, List<String> flags, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(flags);
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp", classPath));
    command.addAll(List.of(StoreMain.class.getName(), folder.resolve("documents.mv").toString()));
    Path log = folder.resolve("store.log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String line;
    do {
      line = process.inputReader().readLine();
    } while (line != null && !line.startsWith("mongodb://"));
    if (line == null) {
      throw new IOException("the store does not start: see " + log);
    }
    return new StoreProcess(process, line, log);
  }

  /** The store's libraries are another module's. */
  private static String classPath(Path root) throws IOException {
    Path target = root.resolve("standalone").resolve("target").toAbsolutePath();
    return String.join(
        ":",
        target.resolve("*").toString(),
        Files.readString(target.resolve("classpath")).strip(),
        StoreMain.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  public String uri() {
    return uri;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said of errors. */
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
