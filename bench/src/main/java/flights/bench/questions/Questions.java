package flights.bench.questions;

import java.util.List;
import java.util.stream.Stream;

/** The forty questions, after the operators of MongoDB's manual. */
public final class Questions {

  private Questions() {}

  /**
   * All of them.
   *
   * @param documents how many predictions there are
   */
  public static List<Question> about(int documents) {
    return Stream.concat(SimpleQuestions.about(documents).stream(), Aggregations.all().stream())
        .toList();
  }
}
