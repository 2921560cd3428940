package flights.model;

import static org.apache.spark.sql.functions.udf;

import flights.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark rows as plain maps, ready to become JSON or BSON; fields without a value are left out. */
public final class RowMaps {

  private RowMaps() {}

  public static Map<String, Object> of(Row row) {
    StructField[] fields = row.schema().fields();
    Map<String, Object> map = new LinkedHashMap<>(fields.length * 2);
    for (int i = 0; i < fields.length; i++) {
      if (!row.isNullAt(i)) {
        map.put(fields[i].name(), plain(row.get(i)));
      }
    }
    return map;
  }

  /** A struct as the bytes of its JSON. */
  public static Column json(Column struct) {
    UDF1<Row, byte[]> json = row -> row == null ? null : Json.bytes(of(row));
    return udf(json, DataTypes.BinaryType).apply(struct);
  }

  private static Object plain(Object value) {
    if (value instanceof Row row) {
      return of(row);
    }
    if (value instanceof Seq<?> seq) {
      List<Object> plain = new ArrayList<>(seq.length());
      CollectionConverters.asJava(seq).forEach(element -> plain.add(plain(element)));
      return plain;
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      CollectionConverters.asJava(map)
          .forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
      return plain;
    }
    if (value instanceof LocalDate) {
      return value.toString();
    }
    return value;
  }
}
