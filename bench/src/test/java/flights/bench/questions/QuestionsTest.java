package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionsTest {

  @Test
  void theHeaviestAreFoundByTheirNames() {
    assertThat(Questions.heaviest(10)).hasSize(7);
  }
}
