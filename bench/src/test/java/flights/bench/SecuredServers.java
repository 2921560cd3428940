package flights.bench;

import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A broker that asks for encryption, a user, a password and a certificate, and a store that asks
 * for encryption.
 */
final class SecuredServers implements AutoCloseable {

  private static final String USER = "flights";
  private static final String PASSWORD = "pass \"word\" \\ of the test";

  private final Path folder;
  private final X509Bundle server = certificate("CN=server");
  private final X509Bundle client = certificate("CN=client");
  private final EmbeddedBroker broker;
  private final EmbeddedStore store;

  SecuredServers(Path folder) {
    this.folder = folder;
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, brokerConfig());
    store = EmbeddedStore.encrypted(0, server.getKeyPair().getPrivate(), server.getCertificate());
  }

  /** What a process has to be told to get in; secrets are in files. */
  Map<String, String> environment() throws IOException {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", broker.servers(),
        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
        "KAFKA_SASL_MECHANISM", "PLAIN",
        "KAFKA_SASL_USERNAME", USER,
        "KAFKA_SASL_PASSWORD_FILE", file("password", PASSWORD + "\n"),
        "KAFKA_CA_FILE", file("ca.pem", server.getCertificatePEM()),
        "KAFKA_CLIENT_CERTIFICATE_FILE", file("client.pem", whole(client)),
        "MONGODB_URI", store.uri() + "/?tls=true",
        "MONGODB_CA_FILE", file("mongodb-ca.pem", server.getCertificatePEM()));
  }

  /** Of somebody who has signed nothing. */
  String otherCa() {
    return certificate("CN=other").getCertificatePEM();
  }

  private Map<String, String> brokerConfig() {
    return Map.of(
        "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENTS:SASL_SSL",
        "sasl.enabled.mechanisms", "PLAIN",
        "sasl.mechanism.inter.broker.protocol", "PLAIN",
        "listener.name.clients.plain.sasl.jaas.config", users(),
        "listener.name.clients.ssl.client.auth", "required",
        "ssl.keystore.type", "PEM",
        "ssl.keystore.certificate.chain", server.getCertificatePEM(),
        "ssl.keystore.key", server.getPrivateKeyPEM(),
        "ssl.truststore.type", "PEM",
        // It is a client of itself too.
        "ssl.truststore.certificates", client.getCertificatePEM() + server.getCertificatePEM());
  }

  private static String users() {
    String quoted = '"' + PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=%s password=%s user_%s=%s;"
        .formatted(USER, quoted, USER, quoted);
  }

  private static String whole(X509Bundle bundle) {
    return bundle.getCertificatePEM() + bundle.getPrivateKeyPEM();
  }

  private static X509Bundle certificate(String name) {
    try {
      return new CertificateBuilder()
          .subject(name)
          .setIsCertificateAuthority(true)
          .addSanIpAddress("127.0.0.1")
          .buildSelfSigned();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String file(String name, String contents) throws IOException {
    return Files.writeString(folder.resolve(name), contents).toString();
  }

  @Override
  public void close() {
    store.close();
    broker.close();
  }
}
