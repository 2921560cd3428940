package flights.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void nothingSetMeansEverythingEmbeddedOnLoopback() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.embeddedBroker()).isTrue();
    assertThat(settings.embeddedStore()).isTrue();
    assertThat(settings.kafkaServers()).isEqualTo("127.0.0.1:9092");
    assertThat(settings.mongodbUri()).isEqualTo("mongodb://127.0.0.1:27017");
    assertThat(settings.modelStore()).startsWith("file:").endsWith("/var/models");
    assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void anAddressSwitchesTheEmbeddedOneOff() {
    Settings settings =
        Settings.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "MONGODB_URI", "mongodb://store:27017"));

    assertThat(settings.embeddedBroker()).isFalse();
    assertThat(settings.embeddedStore()).isFalse();
    assertThat(settings.kafkaServers()).isEqualTo("kafka:9092");
  }

  @ParameterizedTest
  @CsvSource({
    "FLIGHTS_WEB_PORT, abc",
    "FLIGHTS_WEB_PORT, 0",
    "FLIGHTS_WEB_PORT, 65536",
    "FLIGHTS_STORE, tape",
    "FLIGHTS_CHECKPOINT_INTERVAL, soon",
    "FLIGHTS_PARTITIONS, -1",
    "FLIGHTS_KEEP, 30",
    "FLIGHTS_KEEP, 30s",
    "FLIGHTS_KEEP, 999999999d",
    "FLIGHTS_MODEL, ../secret",
    "KAFKA_BOOTSTRAP_SERVERS, nowhere",
    "KAFKA_SECURITY_PROTOCOL, TLS",
    "FLIGHTS_WEB_HEAP, plenty"
  })
  void aBadValueIsNamedWithItsVariable(String variable, String value) {
    assertThatThrownBy(() -> Settings.of(Map.of(variable, value)))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith(variable + "=" + value + " is not ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flight-delay,", "sentiment,../secret", "sentiment, sentiment", ","})
  void modelsThatAreServedAreNamedOnceEach(String names) {
    assertThatThrownBy(() -> Settings.of(Map.of("FLIGHTS_MODELS", names)))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(
            "FLIGHTS_MODELS="
                + names
                + " is not names of small letters, digits and hyphens, with commas between, each"
                + " once");
  }

  @Test
  void theModelThatIsMeantIsServedUnlessOthersAreNamed() {
    assertThat(Settings.of(Map.of()).models()).containsExactly("flight-delay");
    assertThat(Settings.of(Map.of("FLIGHTS_MODEL", "sentiment")).models())
        .containsExactly("sentiment");
    assertThat(
            Settings.of(
                    Map.of("FLIGHTS_MODEL", "sentiment", "FLIGHTS_MODELS", "flight-delay, another"))
                .models())
        .containsExactly("flight-delay", "another");
  }

  @Test
  void whatGrowsIsKeptForAMonthOrAsLongAsIsAskedOrForEver() {
    assertThat(Settings.of(Map.of()).keep()).isEqualTo(Duration.ofDays(30));
    assertThat(Settings.of(Map.of("FLIGHTS_KEEP", "12h")).keep()).isEqualTo(Duration.ofHours(12));
    assertThat(Settings.of(Map.of("FLIGHTS_KEEP", "0")).keep()).isZero();
  }

  @Test
  void optionsOfSparkAreReadAndNeverRepeated() {
    Settings settings =
        Settings.of(Map.of("FLIGHTS_SPARK_OPTIONS", " spark.a=1  spark.hadoop.b=x=y "));

    assertThat(settings.sparkOptions()).isEqualTo(Map.of("spark.a", "1", "spark.hadoop.b", "x=y"));
    assertThat(Settings.of(Map.of()).sparkOptions()).isEmpty();
    for (String bad : new String[] {"hadoop.x=secret", "spark.secret", "spark.=secret"}) {
      assertThatThrownBy(() -> Settings.of(Map.of("FLIGHTS_SPARK_OPTIONS", bad)))
          .hasMessageStartingWith("FLIGHTS_SPARK_OPTIONS=... is not")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aPasswordInABadAddressIsNotRepeated() {
    assertThatThrownBy(() -> Settings.of(Map.of("MONGODB_URI", "mongo://ann:secret@host")))
        .hasMessageContaining("MONGODB_URI")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aSecretCanBeInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "of twelve letters\n");
    Settings settings =
        Settings.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_USERNAME", "ann",
                "KAFKA_SASL_PASSWORD_FILE", file.toString()));

    assertThat(settings.kafkaPassword()).isEqualTo("of twelve letters");
    assertThatThrownBy(() -> Settings.of(Map.of("KAFKA_CA_FILE", file.toString())))
        .hasMessage("what is in KAFKA_CA_FILE=" + file + " is not a PEM text with certificates");
    assertThatThrownBy(() -> Settings.of(Map.of("KAFKA_CA_FILE", "/none")))
        .hasMessage("KAFKA_CA_FILE=/none is not a file that can be read");
  }

  @Test
  void whatNeedsAnotherSettingSaysSo() {
    assertThatThrownBy(() -> Settings.of(Map.of("KAFKA_SECURITY_PROTOCOL", "SSL")))
        .hasMessage("KAFKA_SECURITY_PROTOCOL needs KAFKA_BOOTSTRAP_SERVERS");
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL")))
        .hasMessage(
            "KAFKA_SECURITY_PROTOCOL=SASL_SSL needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD");
  }

  @Test
  void theDocumentHasTheTableOfAllSettings() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/SETTINGS.md")))
        .as("docs/SETTINGS.md must have this table:%n%s", Settings.table())
        .contains(Settings.table());
  }

  @Test
  void theScriptGivesTheHeapsThatTheTableSays() throws IOException {
    String script = Files.readString(ROOT.resolve("flights"));
    Map<String, String> defaults =
        Settings.ALL.stream()
            .filter(setting -> setting.name().endsWith("_HEAP"))
            .collect(Collectors.toMap(Setting::name, Setting::fallback));
    Matcher given = Pattern.compile("\\$\\{(FLIGHTS_\\w+_HEAP):-(\\w+)}").matcher(script);

    assertThat(
            given
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> a)))
        .isEqualTo(defaults);
  }
}
