package flights.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

  private static final String TOKEN = "a-token-of-24-signs:=";
  private static final Admin WITH_TOKEN = new Admin(Optional.of(TOKEN));
  private static final Admin WITHOUT = new Admin(Optional.empty());

  @Test
  void theTokenIsTakenAsBearerAndAsPasswordOfAnyName() {
    assertThat(WITH_TOKEN.allows(elsewhere("Bearer " + TOKEN))).isTrue();
    assertThat(WITH_TOKEN.allows(elsewhere(basic("admin:" + TOKEN)))).isTrue();
    assertThat(WITH_TOKEN.allows(elsewhere(basic(":" + TOKEN)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer a-token-of-24-signs:",
        "Bearer a-token-of-24-signs:==",
        "Bearer A-TOKEN-OF-24-SIGNS:=",
        "bearer a-token-of-24-signs:=",
        "a-token-of-24-signs:=",
        "Basic a-token-of-24-signs:=",
        "Basic !",
        "Digest a-token-of-24-signs:="
      })
  void nothingElseIsTaken(String header) {
    assertThat(WITH_TOKEN.allows(elsewhere(header))).isFalse();
    assertThat(WITHOUT.allows(elsewhere(header))).isFalse();
  }

  @Test
  void aWrongPasswordIsNotTakenNorOneThatBeginsRight() {
    assertThat(WITH_TOKEN.allows(elsewhere(basic("admin:wrong")))).isFalse();
    assertThat(WITH_TOKEN.allows(elsewhere(basic("admin:a-token")))).isFalse();
    assertThat(WITH_TOKEN.allows(elsewhere(basic(TOKEN + ":")))).isFalse();
    assertThat(WITH_TOKEN.allows(elsewhere(null))).isFalse();
  }

  @Test
  void whereNoTokenIsSetNoneOpens() {
    assertThat(WITHOUT.allows(elsewhere("Bearer "))).isFalse();
    assertThat(WITHOUT.allows(elsewhere(basic("admin:")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1", "0:0:0:0:0:0:0:1"})
  void thisMachineNeedsNone(String address) {
    assertThat(WITHOUT.allows(new Caller(address, "localhost:5001", false, null))).isTrue();
    assertThat(WITH_TOKEN.allows(new Caller(address, "[::1]:5001", false, null))).isTrue();
    assertThat(WITHOUT.allows(new Caller(address, "127.0.0.1", false, null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"flights.example", "localhost.evil.example", "127.0.0.1.evil.example", ""})
  void aNameThatIsNotThisMachinesIsNotHere(String host) {
    assertThat(WITHOUT.allows(new Caller("127.0.0.1", host, false, null))).isFalse();
  }

  @Test
  void whatAProxyPassesOnOrHasNoNameIsNotHere() {
    assertThat(WITHOUT.allows(new Caller("127.0.0.1", "localhost", true, null))).isFalse();
    assertThat(WITHOUT.allows(new Caller("127.0.0.1", null, false, null))).isFalse();
    assertThat(WITHOUT.allows(new Caller("10.0.0.1", "localhost", false, null))).isFalse();
  }

  private static Caller elsewhere(String authorization) {
    return new Caller("10.0.0.1", "flights.example", false, authorization);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
