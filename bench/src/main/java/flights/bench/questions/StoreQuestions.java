package flights.bench.questions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The forty questions, after the operators of MongoDB's manual. */
public final class StoreQuestions {

  private static final Set<String> HEAVIEST =
      Set.of(
          "sort of all",
          "distinct, all values",
          "group by id",
          "group of all that there is, pushed whole",
          "unwind the reasons, group",
          "facet of three: $sortByCount, $match, $count",
          "aggregate: sort of all");

  private StoreQuestions() {}

  /** Those that look at all documents, and hold all or most of them. */
  public static List<Question> heaviest(int documents) {
    return about(documents).stream().filter(it -> HEAVIEST.contains(it.name())).toList();
  }

  /** What people ask first of all, of any predictions. */
  public static List<Question> everyday() {
    return EverydayQuestions.all();
  }

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
