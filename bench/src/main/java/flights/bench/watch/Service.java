package flights.bench.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of the system, seen through {@code /proc}.
 *
 * @param name such as {@code web}
 */
public record Service(String name, long pid) {

  /** Linux counts processor time in these. */
  private static final double TICKS_A_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** Processor time of one thread, in seconds. */
  record ThreadTime(String name, double seconds) {}

  /** Processor seconds since its start, threads that have ended included. */
  public double seconds() throws IOException {
    return seconds(Files.readString(file("stat")));
  }

  List<ThreadTime> threads() throws IOException {
    List<ThreadTime> times = new ArrayList<>();
    try (Stream<Path> tasks = Files.list(file("task"))) {
      for (Path task : tasks.toList()) {
        read(task, times);
      }
    }
    return times;
  }

  /** Memory that it holds, in bytes. */
  public long memory() throws IOException {
    return Long.parseLong(status("VmRSS:")) * 1024;
  }

  /** The most memory that it has held since its start, in bytes. */
  public long peakMemory() throws IOException {
    return Long.parseLong(status("VmHWM:")) * 1024;
  }

  public int threadCount() throws IOException {
    return Integer.parseInt(status("Threads:"));
  }

  /** Open files and connections. */
  public int handles() throws IOException {
    try (Stream<Path> handles = Files.list(file("fd"))) {
      return (int) handles.count();
    }
  }

  /** Whether it is gone, or only stands in the system's table until somebody asks for its code. */
  public boolean hasEnded() {
    try {
      String stat = Files.readString(file("stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return true;
    }
  }

  private String status(String name) throws IOException {
    return Files.readAllLines(file("status")).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElse("0");
  }

  private Path file(String name) {
    return Path.of("/proc", String.valueOf(pid), name);
  }

  private static void read(Path task, List<ThreadTime> times) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      times.add(new ThreadTime(name, seconds(stat)));
    } catch (IOException e) {
      // It has ended meanwhile.
    }
  }

  private static double seconds(String stat) {
    // A name may hold anything, spaces too.
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) / TICKS_A_SECOND;
  }
}
