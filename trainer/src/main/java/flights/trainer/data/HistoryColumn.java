package flights.trainer.data;

import org.apache.spark.sql.types.DataType;

/**
 * A column of flight history, made of text. In its SQL, {@code %1$s} stands for the text.
 *
 * @param required whether a row without it makes no sense
 * @param fit Spark SQL that is true for text that makes sense
 * @param value Spark SQL of what that text means
 */
record HistoryColumn(String name, DataType type, boolean required, String fit, String value) {

  /** Spark SQL: what is wrong with the text, or null. */
  String problem() {
    String absent = required ? "when %1$s is null then '%1$s is missing' " : "";
    return ("case " + absent + "when not coalesce(" + fit + ", %1$s is null) then").formatted(name)
        + " concat('%1$s is ', left(%1$s, 40)) end".formatted(name);
  }

  /** Spark SQL: the value that the text means, under the column's name. */
  String typed() {
    return "cast(" + value.formatted(name) + " as " + type.sql() + ") as " + name;
  }
}
