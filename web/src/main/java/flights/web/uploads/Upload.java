package flights.web.uploads;

import flights.core.files.Sha256;
import flights.core.text.Bytes;
import java.io.IOException;
import java.security.MessageDigest;

/** A file while it is uploaded; closing removes what has not been kept. */
public final class Upload implements AutoCloseable {

  private final MessageDigest digest = Sha256.begin();
  private final long most;
  private final ObjectDraft draft;
  private long size;

  /**
   * What is told of a whole file.
   *
   * @param address null when it was only compared
   * @param sha256 in hexadecimal digits
   */
  public record Kept(String address, String sha256, long size) {}

  /** The file is larger than it may be. */
  public static final class TooLargeException extends IOException {
    private TooLargeException(long most) {
      super(tooLarge(most));
    }
  }

  /**
   * @param draft null for one that is not kept
   */
  Upload(long most, ObjectDraft draft) {
    this.most = most;
    this.draft = draft;
  }

  /** Throws an IOException that says in one line why it cannot be written. */
  public void write(byte[] bytes, int from, int length) throws IOException {
    size += length;
    if (size > most) {
      throw new TooLargeException(most);
    }
    digest.update(bytes, from, length);
    if (draft != null) {
      draft.write(bytes, from, length);
    }
  }

  /** A sentence for whom it is told. */
  public static String tooLarge(long most) {
    return "The file is larger than " + Bytes.of(most) + ".";
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** To be called once, when all is written. */
  public Kept keep() throws IOException {
    return new Kept(draft == null ? null : draft.keep(), Sha256.hex(digest), size);
  }

  @Override
  public void close() throws IOException {
    if (draft != null) {
      draft.close();
    }
  }
}
