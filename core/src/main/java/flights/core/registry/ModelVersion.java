package flights.core.registry;

import java.time.Instant;
import java.util.Map;

/**
 * One trained version of a model.
 *
 * @param address the folder of its package, on any Hadoop file system
 */
public record ModelVersion(
    String name, String version, String address, Instant createdAt, Map<String, Double> metrics) {}
