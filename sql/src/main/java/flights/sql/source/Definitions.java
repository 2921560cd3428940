package flights.sql.source;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which earlier statements a statement builds on, by the names in it. */
final class Definitions {

  private Definitions() {}

  /** The statements that a statement builds on, in their order, and itself. */
  static String of(String normalised, Collection<Relation> known) {
    return Stream.concat(parts(normalised, List.copyOf(known)), Stream.of(normalised))
        .distinct()
        .collect(Collectors.joining(";\n"));
  }

  private static Stream<String> parts(String normalised, List<Relation> earlier) {
    List<String> words = List.of(normalised.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}_]+"));
    return IntStream.range(0, earlier.size())
        .filter(i -> words.contains(Relations.folded(earlier.get(i).name())))
        .filter(i -> !earlier.get(i).definition().equals(normalised))
        .boxed()
        .flatMap(
            i -> {
              String part = earlier.get(i).definition();
              return Stream.concat(parts(part, earlier.subList(0, i)), Stream.of(part));
            });
  }
}
