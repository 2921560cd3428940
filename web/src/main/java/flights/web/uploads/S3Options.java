package flights.web.uploads;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How an S3 is reached: by the options that Hadoop's S3A takes in the trainer, so that they are
 * told once; those of a single bucket go before the others, as there.
 */
final class S3Options {

  private static final String PREFIX = "spark.hadoop.fs.s3a.";

  private final Map<String, String> spark;
  private final String bucket;

  S3Options(Map<String, String> spark, String bucket) {
    this.spark = spark;
    this.bucket = bucket;
  }

  /** Empty for Amazon's own. */
  Optional<URI> endpoint() {
    return of("endpoint")
        .map(it -> it.contains("://") ? it : (isEncrypted() ? "https://" : "http://") + it)
        .map(URI::create);
  }

  Optional<String> region() {
    return of("endpoint.region");
  }

  /** Whether the bucket is named in the path, and not in the host name. */
  boolean isPathStyle() {
    return of("path.style.access").filter(it -> it.equalsIgnoreCase("true")).isPresent();
  }

  Optional<String> accessKey() {
    return of("access.key");
  }

  Optional<String> secretKey() {
    return of("secret.key");
  }

  Optional<String> sessionToken() {
    return of("session.token");
  }

  private boolean isEncrypted() {
    return !of("connection.ssl.enabled").orElse("true").equalsIgnoreCase("false");
  }

  private Optional<String> of(String name) {
    String general = spark.get(PREFIX + name);
    return Optional.ofNullable(
            spark.getOrDefault(PREFIX + "bucket." + bucket + "." + name, general))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }
}
