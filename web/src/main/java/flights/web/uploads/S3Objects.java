package flights.web.uploads;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Files on S3, or on what speaks its protocol. Put there, a file is seen as a whole or not at all.
 */
final class S3Objects implements ObjectStore {

  /** Longer than any upload takes: what was begun before has no process any more. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String bucket;
  private final String folder;
  private final S3Client client;

  /**
   * @param address such as {@code s3a://bucket/folder}
   * @param spark the options of Spark, which tell how S3 is reached
   */
  S3Objects(String address, Map<String, String> spark) {
    URI given = URI.create(address);
    bucket = given.getAuthority();
    String path = given.getPath().replaceAll("^/+|/+$", "");
    folder = path.isEmpty() ? "" : path + "/";
    client = client(new S3Options(spark, bucket));
  }

  private static S3Client client(S3Options options) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(PATIENCE))
            .overrideConfiguration(it -> it.apiCallTimeout(PATIENCE.multipliedBy(2)))
            .forcePathStyle(options.isPathStyle());
    options.endpoint().ifPresent(builder::endpointOverride);
    // A server that is not Amazon's has no regions, but requests are signed for one.
    options
        .region()
        .or(() -> options.endpoint().map(it -> Region.US_EAST_1.id()))
        .ifPresent(it -> builder.region(Region.of(it)));
    if (options.accessKey().isPresent() && options.secretKey().isPresent()) {
      builder.credentialsProvider(StaticCredentialsProvider.create(credentials(options)));
    }
    return builder.build();
  }

  private static AwsCredentials credentials(S3Options options) {
    String key = options.accessKey().orElseThrow();
    String secret = options.secretKey().orElseThrow();
    return options
        .sessionToken()
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(key, secret));
  }

  @Override
  public ObjectDraft begin(String name) {
    return new S3Draft(this, client, bucket, folder + name);
  }

  @Override
  public List<StoredObject> list() throws IOException {
    return call(
        () ->
            client
                .listObjectsV2Paginator(it -> it.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .filter(it -> it.key().indexOf('/', folder.length()) < 0)
                .filter(it -> it.key().length() > folder.length())
                .map(
                    it ->
                        new StoredObject(
                            it.key().substring(folder.length()), it.size(), it.lastModified()))
                .toList());
  }

  @Override
  public void remove(String name) throws IOException {
    call(() -> client.deleteObject(it -> it.bucket(bucket).key(folder + name)));
  }

  @Override
  public void removeLeftOvers() throws IOException {
    Instant latest = Instant.now().minus(LONGEST);
    List<MultipartUpload> begun =
        call(
            () ->
                client
                    .listMultipartUploadsPaginator(it -> it.bucket(bucket).prefix(folder))
                    .uploads()
                    .stream()
                    .filter(it -> it.initiated().isBefore(latest))
                    .toList());
    for (MultipartUpload each : begun) {
      call(
          () ->
              client.abortMultipartUpload(
                  it -> it.bucket(bucket).key(each.key()).uploadId(each.uploadId())));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Makes one line of what Amazon's library throws, which tells no key. */
  <T> T call(Supplier<T> work) throws IOException {
    try {
      return work.get();
    } catch (AwsServiceException e) {
      String why = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
      throw told(why == null || why.isBlank() ? "status " + e.statusCode() : why, e);
    } catch (SdkException e) {
      throw told(e.getMessage(), e);
    }
  }

  private IOException told(String why, SdkException e) {
    String line = why == null ? "it does not answer" : why.lines().findFirst().orElse("");
    return new IOException("s3a://" + bucket + "/" + folder + " cannot be used: " + line, e);
  }
}
