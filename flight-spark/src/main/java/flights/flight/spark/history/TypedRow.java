package flights.flight.spark.history;

import flights.flight.ScheduledTime;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Makes the values of {@link HistoryColumns} of a {@link RawRows} row, and says its state. */
final class TypedRow implements MapFunction<Row, Row> {

  static final String STATE = "State";
  static final String SOUND = "sound";

  /** The state of a flight without a delay; any state but these two tells what is wrong. */
  static final String DROPPED = "dropped";

  private static final long serialVersionUID = 1;
  private static final Set<String> UNKNOWN = Set.of("", "NA", "\\N");
  private static final int COLUMNS = HistoryColumns.ALL.size();
  private static final int FLIGHT_DATE = HistoryColumns.index("FlightDate");
  private static final int ORIGIN = HistoryColumns.index("Origin");
  private static final int DEST = HistoryColumns.index("Dest");
  private static final int DEPARTURE = HistoryColumns.index("CRSDepTime");
  private static final int ARRIVAL = HistoryColumns.index("CRSArrTime");
  private static final int ELAPSED = HistoryColumns.index("CRSElapsedTime");
  private static final int DEP_DELAY = HistoryColumns.index("DepDelay");
  private static final int ARR_DELAY = HistoryColumns.index("ArrDelay");

  private final ScheduledTime scheduled;

  TypedRow(ScheduledTime scheduled) {
    this.scheduled = scheduled;
  }

  static StructType schema() {
    StructType schema = new StructType();
    for (HistoryColumn column : HistoryColumns.ALL) {
      schema = schema.add(column.name(), column.type());
    }
    return schema.add(STATE, DataTypes.StringType);
  }

  @Override
  public Row call(Row texts) {
    Object[] values = new Object[COLUMNS + 1];
    String problem = texts.isNullAt(COLUMNS) ? "it breaks off or cannot be parsed" : null;
    for (int i = 0; i < COLUMNS && problem == null; i++) {
      HistoryColumn column = HistoryColumns.ALL.get(i);
      String text = text(texts, i);
      values[i] = text == null ? null : column.meaning().apply(text);
      problem = problem(column, text, values[i]);
    }
    if (problem != null) {
      return RowFactory.create(nothingBut(problem + " (" + shown(texts) + ")"));
    }
    complete(values);
    return RowFactory.create(values);
  }

  private static String text(Row texts, int index) {
    String text = texts.isNullAt(index) ? "" : texts.getString(index).strip();
    return UNKNOWN.contains(text) ? null : text;
  }

  private static String problem(HistoryColumn column, String text, Object value) {
    if (value == FieldParsers.NONSENSE) {
      return column.name() + " is " + shortened(text);
    }
    return column.required() && value == null ? column.name() + " is missing" : null;
  }

  private void complete(Object[] values) {
    boolean landed = values[DEP_DELAY] != null && values[ARR_DELAY] != null;
    values[COLUMNS] = landed ? SOUND : DROPPED;
    if (values[ELAPSED] == null && values[DEPARTURE] != null && values[ARRIVAL] != null) {
      values[ELAPSED] =
          scheduled
              .minutes(
                  LocalDate.ofEpochDay((int) values[FLIGHT_DATE]),
                  (String) values[ORIGIN],
                  (String) values[DEST],
                  (int) values[DEPARTURE],
                  (int) values[ARRIVAL])
              .orElse(null);
    }
  }

  private static Object[] nothingBut(String state) {
    Object[] values = new Object[COLUMNS + 1];
    values[COLUMNS] = state;
    return values;
  }

  /** Enough to find the row again. */
  private static String shown(Row texts) {
    StringBuilder shown = new StringBuilder("row");
    for (int i = 0; i <= DEST; i++) {
      shown.append(' ').append(shortened(String.valueOf(texts.get(i))));
    }
    return shown.toString();
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 40 ? line.substring(0, 40) + "..." : line;
  }
}
