package flights.core.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums by SHA-256, which every Java has, in hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /** For what comes in pieces; {@link #hex(MessageDigest)} ends it. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String hex(byte[] whole) {
    MessageDigest digest = begin();
    digest.update(whole);
    return hex(digest);
  }
}
