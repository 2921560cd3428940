package flights.trainer.card;

import flights.core.card.AnswerFields;
import flights.core.card.QuantileField;
import flights.trainer.evaluate.EvaluatedColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the fields of an answer that hold what is evaluated. */
public final class AnsweredFields {

  private AnsweredFields() {}

  /**
   * A field holds a column when it is the first whose expression names it.
   *
   * @param output the fields of an answer, each with the SQL that makes it
   */
  public static AnswerFields of(EvaluatedColumns columns, Map<String, String> output) {
    List<QuantileField> quantiles =
        columns.quantiles().stream()
            .flatMap(
                quantile ->
                    field(quantile.field(), output)
                        .map(name -> new QuantileField(quantile.level(), name))
                        .stream())
            .toList();
    return new AnswerFields(
        field(columns.probabilities(), output).orElse(null),
        field(columns.expected(), output).orElse(null),
        quantiles);
  }

  private static Optional<String> field(String column, Map<String, String> output) {
    if (column == null) {
      return Optional.empty();
    }
    Pattern named =
        Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(column) + "(?![A-Za-z0-9_(])");
    // The plain column before one that something is added to.
    return Stream.of(
            output.entrySet().stream().filter(it -> it.getValue().equals(column)),
            output.entrySet().stream().filter(it -> named.matcher(it.getValue()).find()))
        .flatMap(all -> all)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
