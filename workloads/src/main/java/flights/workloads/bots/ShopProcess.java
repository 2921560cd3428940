package flights.workloads.bots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process beside this one; what it says is passed on under its name. */
final class ShopProcess implements AutoCloseable {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final PrintStream out;

  private ShopProcess(String name, Process process, PrintStream out) {
    this.name = name;
    this.process = process;
    this.out = out;
  }

  /** It ends with this one, however that ends. Throws IllegalStateException. */
  static ShopProcess start(String name, List<String> command, PrintStream out) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      ShopProcess started = new ShopProcess(name, process, out);
      Thread lines = new Thread(started::passOn, name);
      lines.setDaemon(true);
      lines.start();
      return started;
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private void passOn() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println("[" + name + "] " + line);
      }
      out.println(name + " has ended with exit code " + process.waitFor());
    } catch (IOException e) {
      out.println(name + " is not heard any more: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean hasEndedWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void awaitEnd() throws InterruptedException {
    var unused = process.waitFor();
  }

  /** Ends it in order, or by force when that takes too long. */
  @Override
  public void close() {
    // Not Process.destroy(): that closes the pipe that the process's last words come through.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.toHandle().destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
