package flights.sql.source;

import flights.sql.statement.Statement.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * What a name stands for.
 *
 * @param topic where its rows are on Kafka; null for a view, and for what is kept elsewhere only
 * @param format how the topic holds them
 * @param columns null for what is kept elsewhere only
 * @param key the columns that a row is found by; empty when there are none
 * @param where in words
 * @param definition the statement that made it, the same for all ways to write it
 */
public record Relation(
    String name,
    Kind kind,
    String topic,
    MessageFormat format,
    StructType columns,
    List<String> key,
    String where,
    String definition) {

  public Relation {
    key = List.copyOf(key);
  }

  /** For people, a line for each column. */
  public String described() {
    String head = "%s %s: %s".formatted(kind.word(), name, where);
    return Stream.concat(Stream.of(head), lines())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private Stream<String> lines() {
    return columns == null
        ? Stream.empty()
        : Stream.of(columns.fields())
            .map(
                field ->
                    "  %s %s%s"
                        .formatted(
                            field.name(),
                            field.dataType().sql(),
                            key.contains(field.name()) ? " (key)" : ""));
  }
}
