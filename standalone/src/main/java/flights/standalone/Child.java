package flights.standalone;

import flights.core.flow.Backoff;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is started by this one, and again, with growing pauses, whenever it ends. */
final class Child {

  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final int NOT_STARTED = -1;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final ProcessTable table;
  private Process process;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile String lastLine = "";
  private String killedBecause;

  Child(String name, List<String> command, Map<String, String> environment, ProcessTable table) {
    this.name = name;
    this.command = command;
    this.environment = environment;
    this.table = table;
  }

  /** Runs the process once and returns its exit code; not 0 when it was stopped before. */
  int runOnce() throws IOException, InterruptedException {
    if (!launch(null)) {
      return NOT_STARTED;
    }
    int code = await();
    put(false, 0, code == 0 ? null : Exit.words(code, lastLine));
    return code;
  }

  /** Runs the process once while others go on, and then tells its exit code. */
  void begin(IntConsumer ended) {
    Thread thread = new Thread(() -> run(ended), "run-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts the process and keeps it running until {@link #stop}. */
  void keepRunning() {
    Thread thread = new Thread(this::watch, "watch-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Ends the process by force, to be started again, and tells why; does nothing when it is not that
   * process any more.
   */
  synchronized void restart(long pid, String reason) {
    if (process != null && process.pid() == pid && process.isAlive()) {
      killedBecause = reason;
      process.toHandle().destroyForcibly();
    }
  }

  /** The one that runs, from its start on. */
  synchronized Optional<ProcessHandle> running() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  String name() {
    return name;
  }

  /** Asks the process to end; returns at once. */
  synchronized void stop() {
    stopping.countDown();
    if (process != null) {
      // Not process.destroy(): that closes the pipe that the process's last words come through.
      process.toHandle().destroy();
    }
  }

  /** Waits until the process has ended, and ends it by force when that takes too long. */
  void awaitStopped(Instant deadline) throws InterruptedException {
    Process ending = current();
    if (ending != null) {
      long millis = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
      if (!ending.waitFor(millis, TimeUnit.MILLISECONDS)) {
        LOG.warn("{} does not stop, ending it by force", name);
        ending.toHandle().destroyForcibly();
        ending.waitFor();
      }
      put(false, 0, "stopped");
    }
  }

  private void run(IntConsumer ended) {
    try {
      ended.accept(runOnce());
    } catch (IOException e) {
      couldNotStart(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    String cause = null;
    try {
      while (launch(cause)) {
        Instant started = Instant.now();
        cause = cause(await());
        if (Duration.between(started, Instant.now()).compareTo(LONG_ENOUGH) > 0) {
          backoff.reset();
        }
        if (pauseBeforeRestart(cause, backoff.begin())) {
          return;
        }
      }
    } catch (IOException e) {
      couldNotStart(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String cause(int code) {
    String reason = killedBecause;
    killedBecause = null;
    return reason == null ? Exit.words(code, lastLine) : reason;
  }

  private void couldNotStart(IOException e) {
    put(false, 0, "cannot be started: " + e.getMessage());
    LOG.error("{} cannot be started: {}", name, e.getMessage());
  }

  /** Waits before the next start; true when there is to be none. */
  private boolean pauseBeforeRestart(String cause, Duration pause) throws InterruptedException {
    if (stopping.getCount() == 0) {
      return true;
    }
    restarts.incrementAndGet();
    String words = cause + "; starting again in " + pause.toSeconds() + " s";
    put(false, 0, words);
    LOG.warn("{} {}", name, words);
    return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized boolean launch(String cause) throws IOException {
    if (stopping.getCount() == 0) {
      return false;
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    process.getOutputStream().close();
    put(true, process.pid(), cause);
    return true;
  }

  /** Passes on what the process says, under its name, until it ends; returns its exit code. */
  private int await() throws IOException, InterruptedException {
    Process running = current();
    try (BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lastLine = line;
        System.out.println("[" + name + "] " + line);
      }
    }
    return running.waitFor();
  }

  private synchronized Process current() {
    return process;
  }

  private void put(boolean running, long pid, String cause) {
    table.put(new ProcessState(name, running, pid, restarts.get(), cause, Instant.now()));
  }
}
