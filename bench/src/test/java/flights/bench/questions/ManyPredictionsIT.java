package flights.bench.questions;

import org.junit.jupiter.api.Tag;

/** With more predictions than the heap of the store can hold in any form. */
@Tag("long")
class ManyPredictionsIT extends QuestionsToASmallStore {

  ManyPredictionsIT() {
    super(300_000);
  }
}
