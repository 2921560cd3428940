package flights.core.kafka;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Why a Kafka cluster cannot be used, in one line that names the setting to look at. */
public final class KafkaFault {

  private KafkaFault() {}

  public static String line(String servers, Throwable fault) {
    String kafka = "the Kafka at " + servers;
    if (has(fault, SaslAuthenticationException.class)) {
      return kafka + " refuses the user: KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD name another";
    }
    if (has(fault, UnsupportedSaslMechanismException.class)) {
      return kafka + " knows users in another way: KAFKA_SASL_MECHANISM";
    }
    if (has(fault, SslAuthenticationException.class)) {
      return kafka + tlsFault(fault);
    }
    return "no Kafka answers at "
        + servers
        + "; KAFKA_BOOTSTRAP_SERVERS sets another address, KAFKA_SECURITY_PROTOCOL another way";
  }

  private static String tlsFault(Throwable fault) {
    if (has(fault, CertPathBuilderException.class)) {
      return " has a certificate that is signed by nobody we trust: KAFKA_CA tells whom to trust";
    }
    if (has(fault, CertificateException.class)) {
      return " has a certificate of another name or time: " + root(fault).getMessage();
    }
    return " does not agree on encryption with us: KAFKA_SECURITY_PROTOCOL, or"
        + " KAFKA_CLIENT_CERTIFICATE when it asks for one";
  }

  private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable fault) {
    return fault.getCause() == null ? fault : root(fault.getCause());
  }
}
