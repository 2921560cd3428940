package flights.trainer;

import flights.core.card.CardMetric;
import flights.core.json.Json;
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

  private static final int MOST_METRICS = 6;
  private static final String ROW = "%s %-22s %-20s";

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
    List<String> names = names(wanted);
    return names.isEmpty()
        ? "no model is registered yet: ./flights train makes one"
        : names.stream().map(this::table).collect(Collectors.joining("\n\n"));
  }

  /** The same for a program. */
  String json(String wanted) {
    return Json.pretty(
        names(wanted).stream()
            .map(
                name ->
                    new Listed(name, registry.champion(name).orElse(null), registry.versions(name)))
            .toList());
  }

  private record Listed(String name, Champion champion, List<ModelVersion> versions) {}

  private List<String> names(String wanted) {
    SortedSet<String> names = registry.names();
    if (wanted != null && !names.contains(wanted)) {
      throw new IllegalStateException(
          "there is no model " + wanted + (names.isEmpty() ? "" : ": there are " + names));
    }
    return wanted == null ? List.copyOf(names) : List.of(wanted);
  }

  private String table(String name) {
    Optional<Champion> champion = registry.champion(name);
    List<ModelVersion> versions = registry.versions(name);
    List<CardMetric> metrics =
        CardMetric.headlines(versions.stream().map(ModelVersion::metrics).toList(), MOST_METRICS);
    String headings =
        metrics.stream().map(metric -> "  " + metric.title()).collect(Collectors.joining());
    String rows =
        versions.stream()
            .map(version -> row(version, champion, metrics))
            .collect(Collectors.joining("\n"));
    return name
        + "\n"
        + (ROW.formatted(" ", "version", "trained") + headings).stripTrailing()
        + "\n"
        + rows
        + champion
            .map(c -> "\n* the champion since %s: %s".formatted(at(c.movedAt()), c.reason()))
            .orElse("\nno version is the champion");
  }

  private static String row(
      ModelVersion version, Optional<Champion> champion, List<CardMetric> metrics) {
    boolean isChampion = champion.filter(c -> c.version().equals(version.version())).isPresent();
    String figures =
        metrics.stream().map(metric -> cell(metric, version)).collect(Collectors.joining());
    return ROW.formatted(isChampion ? "*" : " ", version.version(), at(version.createdAt()))
        + figures;
  }

  private static String cell(CardMetric metric, ModelVersion version) {
    String figure = metric.plainText(metric.value(version.metrics()));
    return String.format(Locale.ROOT, "  %" + metric.title().length() + "s", figure);
  }

  private static String at(java.time.Instant instant) {
    return instant.toString().replaceFirst("(\\.\\d+)?Z$", "").replace('T', ' ');
  }
}
