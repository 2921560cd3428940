package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which values of a field a model has learnt from.
 *
 * @param months whether the values are the months of a time, such as 2013-07
 * @param values the most frequent first
 * @param rows how many rows have each of them
 * @param whole whether these are all values that the rows have
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FieldCoverage(
    String name, boolean months, List<String> values, List<Long> rows, boolean whole) {

  public FieldCoverage {
    values = NoNulls.list(values);
    rows = NoNulls.list(rows);
  }

  /** The share of the rows that have such a value, of those that have any of the values. */
  public double share(Predicate<String> value) {
    long all = rows.stream().mapToLong(Long::longValue).sum();
    long some =
        IntStream.range(0, values.size())
            .filter(i -> value.test(values.get(i)))
            .mapToLong(rows::get)
            .sum();
    return all == 0 ? 0 : (double) some / all;
  }
}
