package flights.core.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the requests of a model make up monthly series, whose history and forecast can be drawn.
 *
 * @param by the fields of a request whose values tell one series from another, in their order
 * @param year the field of a request with the year
 * @param month the field of a request with the month, from 1
 * @param value the field of an answer with the number that is forecast
 * @param low the field of an answer with the lower end of its range; null for none
 * @param high the field of an answer with the upper end of its range; null for none
 * @param history the collection that keeps what a version has learnt from, month by month
 * @param names where words for a field's values are found: a collection and a field, such as {@code
 *     stores.name}, looked up by {@code _id}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Series(
    List<String> by,
    String year,
    String month,
    String value,
    String low,
    String high,
    String history,
    Map<String, String> names) {

  public Series {
    by = by == null ? List.of() : List.copyOf(by);
    names = names == null ? Map.of() : Map.copyOf(names);
  }

  /** The fields of a request that it names. */
  public List<String> asked() {
    return Stream.concat(by.stream(), Stream.of(year, month)).toList();
  }
}
