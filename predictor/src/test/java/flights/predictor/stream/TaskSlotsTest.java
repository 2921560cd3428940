package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSlotsTest {

  private static final TaskSlots SLOTS = new TaskSlots(3, 2);

  @Test
  void eachPartitionOfEachModelHasOneAndReadingHasTwo() {
    assertThat(SLOTS.wanted()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[7]", "local[8,2]", "local[*]", "spark://host:7077"})
  void whatSufficesOrMayGrowIsTaken(String master) {
    assertThatCode(() -> SLOTS.require(master)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[6]", "local[2,1]"})
  void tooFewAreRefusedWithTheWayOut(String master) {
    assertThatThrownBy(() -> SLOTS.require(master))
        .hasMessageContaining(master)
        .hasMessageEndingWith("set FLIGHTS_SPARK_MASTER=local[8]");
  }
}
