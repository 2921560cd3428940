package flights.core.settings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Certificates and keys as text. */
public final class Pem {

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Pattern.DOTALL);
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----.+?-----END PRIVATE KEY-----", Pattern.DOTALL);

  private Pem() {}

  /** Those in a text that may hold other things too; throws IllegalArgumentException. */
  public static List<X509Certificate> certificates(String text) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (MatchResult each : CERTIFICATE.matcher(text).results().toList()) {
        byte[] bytes = each.group().getBytes(StandardCharsets.US_ASCII);
        found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
      return found;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static boolean hasCertificate(String text) {
    return !certificates(text).isEmpty();
  }

  static boolean hasKey(String text) {
    return KEY.matcher(text).find();
  }
}
