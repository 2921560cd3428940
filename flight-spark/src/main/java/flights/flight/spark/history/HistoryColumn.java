package flights.flight.spark.history;

import java.util.function.Function;
import org.apache.spark.sql.types.DataType;

/**
 * A column of flight history, made of text.
 *
 * @param required whether a row without it makes no sense
 * @param meaning what a text means: a value of the type, null for unknown, or {@link
 *     FieldParsers#NONSENSE}
 */
record HistoryColumn(
    String name, DataType type, boolean required, Function<String, Object> meaning) {}
