package flights.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark rows as plain maps, ready to become JSON or BSON; fields without a value are left out. */
public final class RowMaps {

  private RowMaps() {}

  public static Map<String, Object> of(Row row) {
    String[] names = row.schema().fieldNames();
    Map<String, Object> map = new LinkedHashMap<>(names.length * 2);
    for (int i = 0; i < names.length; i++) {
      if (!row.isNullAt(i)) {
        map.put(names[i], plain(row.get(i)));
      }
    }
    return map;
  }

  private static Object plain(Object value) {
    if (value instanceof Row row) {
      return of(row);
    }
    if (value instanceof Seq<?> seq) {
      return CollectionConverters.asJava(seq).stream().map(RowMaps::plain).toList();
    }
    if (value instanceof LocalDate) {
      return value.toString();
    }
    return value;
  }
}
