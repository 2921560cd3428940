package flights.bench.questions;

/** With more predictions than the heap of the store can hold as objects. */
class HeavyQuestionsIT extends QuestionsToASmallStore {

  HeavyQuestionsIT() {
    super(80_000);
  }
}
