package flights.bench.watch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much processor time each part of the system has used between two readings. */
public final class CpuTimes {

  private static final String COLLECTING = "(GC Thread|G1 |VM Thread|Reference Handl|Finalizer).*";
  private static final String COMPILING = "C[12] Compiler.*|Sweeper thread";

  private final List<Service> services;
  private final Map<String, Double> first;

  private CpuTimes(List<Service> services) {
    this.services = services;
    this.first = read(services);
  }

  /** The first reading. */
  public static CpuTimes from(List<Service> services) {
    return new CpuTimes(services);
  }

  /** The second: seconds by part. */
  public Map<String, Double> used() {
    Map<String, Double> used = new TreeMap<>();
    read(services)
        .forEach((part, seconds) -> used.put(part, seconds - first.getOrDefault(part, 0.0)));
    return used;
  }

  private static Map<String, Double> read(List<Service> services) {
    Map<String, Double> parts = new TreeMap<>();
    for (Service service : services) {
      try {
        double rest = service.seconds();
        for (Service.ThreadTime thread : service.threads()) {
          parts.merge(part(service.name(), thread.name()), thread.seconds(), Double::sum);
          rest -= thread.seconds();
        }
        // Threads that have ended.
        parts.merge(part(service.name(), ""), rest, Double::sum);
      } catch (IOException e) {
        throw new IllegalArgumentException("the " + service.name() + " has ended meanwhile", e);
      }
    }
    return parts;
  }

  private static String part(String service, String thread) {
    if (thread.matches(COLLECTING)) {
      return service + ": garbage collection";
    }
    if (thread.matches(COMPILING)) {
      return service + ": compiling";
    }
    return service;
  }
}
