package flights.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.check.Check;
import org.junit.jupiter.api.Test;

class ComponentTest {

  private Check next = Check.up("broker", "localhost:9092");
  private final Component component = new Component("broker", () -> next);

  @Test
  void isDownUntilItWasLookedAt() {
    assertThat(component.now().up()).isFalse();
    component.look();
    assertThat(component.now()).isEqualTo(next);
  }

  @Test
  void itsFallAndItsReturnAreSaidOnce() {
    try (Said said = new Said(Component.class)) {
      component.say();
      look();
      look();
      next = Check.down("broker", "no Kafka answers at localhost:9092");
      look();
      look();
      next = Check.up("broker", "localhost:9092");
      look();
      look();

      assertThat(said.lines())
          .containsExactly(
              "WARN no Kafka answers at localhost:9092",
              "INFO the broker is back at localhost:9092");
    }
  }

  @Test
  void oneThatIsAwayFromTheBeginningIsSaidToo() {
    try (Said said = new Said(Component.class)) {
      next = Check.down("broker", "no Kafka answers at localhost:1");
      look();

      assertThat(said.lines()).containsExactly("WARN no Kafka answers at localhost:1");
    }
  }

  private void look() {
    component.look();
    component.say();
  }
}
