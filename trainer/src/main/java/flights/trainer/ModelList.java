package flights.trainer;

import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The registered versions as a table for the console. */
final class ModelList {

  private static final List<String> METRICS = List.of("accuracy", "weighted_f1", "log_loss", "ece");
  private static final String ROW = "%s %-22s %-20s %9s %12s %9s %7s";

  private final ModelRegistry registry;

  ModelList(ModelRegistry registry) {
    this.registry = registry;
  }

  /**
   * The versions of a model, the latest first.
   *
   * @param wanted null for all models
   */
  String text(String wanted) {
    SortedSet<String> names = registry.names();
    if (wanted != null && !names.contains(wanted)) {
      throw new IllegalStateException(
          "there is no model " + wanted + (names.isEmpty() ? "" : ": there are " + names));
    }
    return names.isEmpty()
        ? "no model is registered yet: ./flights train makes one"
        : names.stream()
            .filter(name -> wanted == null || name.equals(wanted))
            .map(this::table)
            .collect(Collectors.joining("\n\n"));
  }

  private String table(String name) {
    Optional<Champion> champion = registry.champion(name);
    String heading =
        ROW.formatted(" ", "version", "trained", "accuracy", "weighted F1", "log loss", "ECE");
    String rows =
        registry.versions(name).stream()
            .map(version -> row(version, champion))
            .collect(Collectors.joining("\n"));
    return name
        + "\n"
        + heading
        + "\n"
        + rows
        + champion
            .map(c -> "\n* the champion since %s: %s".formatted(at(c.movedAt()), c.reason()))
            .orElse("\nno version is the champion");
  }

  private static String row(ModelVersion version, Optional<Champion> champion) {
    boolean isChampion = champion.filter(c -> c.version().equals(version.version())).isPresent();
    List<String> figures = METRICS.stream().map(name -> figure(version, name)).toList();
    return ROW.formatted(
        isChampion ? "*" : " ",
        version.version(),
        at(version.createdAt()),
        figures.get(0),
        figures.get(1),
        figures.get(2),
        figures.get(3));
  }

  private static String figure(ModelVersion version, String metric) {
    Double value = version.metrics().get(metric);
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String at(java.time.Instant instant) {
    return instant.toString().replaceFirst("(\\.\\d+)?Z$", "").replace('T', ' ');
  }
}
