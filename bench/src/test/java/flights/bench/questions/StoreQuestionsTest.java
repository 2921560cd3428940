package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreQuestionsTest {

  @Test
  void theHeaviestAreFoundByTheirNames() {
    assertThat(StoreQuestions.heaviest(10)).hasSize(7);
  }
}
