package flights.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A file on its way to S3: put there at once when it is small, or else in parts, of which one is
 * held in memory.
 */
final class S3Draft extends ObjectDraft {

  /** S3 takes 10,000 parts, and none but the last under 5 MB. */
  static final int PART = 16 * 1024 * 1024;

  private final S3Objects store;
  private final S3Client client;
  private final String bucket;
  private final String key;
  private final byte[] part = new byte[PART];
  private final List<CompletedPart> sent = new ArrayList<>();
  private int filled;
  private String uploadId;
  private boolean kept;

  S3Draft(S3Objects store, S3Client client, String bucket, String key) {
    this.store = store;
    this.client = client;
    this.bucket = bucket;
    this.key = key;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      if (filled == PART) {
        send();
      }
      int some = Math.min(PART - filled, from + length - at);
      System.arraycopy(bytes, at, part, filled, some);
      filled += some;
      at += some;
    }
  }

  private void send() throws IOException {
    if (uploadId == null) {
      uploadId =
          store
              .call(() -> client.createMultipartUpload(it -> it.bucket(bucket).key(key)))
              .uploadId();
    }
    int number = sent.size() + 1;
    String tag =
        store
            .call(
                () ->
                    client.uploadPart(
                        it -> it.bucket(bucket).key(key).uploadId(uploadId).partNumber(number),
                        body()))
            .eTag();
    sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    filled = 0;
  }

  @Override
  String keep() throws IOException {
    if (uploadId == null) {
      store.call(() -> client.putObject(it -> it.bucket(bucket).key(key), body()));
    } else {
      send();
      store.call(
          () ->
              client.completeMultipartUpload(
                  it ->
                      it.bucket(bucket)
                          .key(key)
                          .uploadId(uploadId)
                          .multipartUpload(all -> all.parts(sent))));
    }
    kept = true;
    return "s3a://" + bucket + "/" + key;
  }

  private RequestBody body() {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(part, 0, filled), filled, "application/octet-stream");
  }

  @Override
  public void close() throws IOException {
    if (uploadId != null && !kept) {
      store.call(
          () -> client.abortMultipartUpload(it -> it.bucket(bucket).key(key).uploadId(uploadId)));
    }
  }
}
