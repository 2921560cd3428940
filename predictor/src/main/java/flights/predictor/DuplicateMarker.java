package flights.predictor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import flights.core.store.Store;
import flights.model.Scoring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rejects the rows of a batch whose id belongs to the answer of another request. */
final class DuplicateMarker implements MapPartitionsFunction<Row, Row> {

  /** The request that a row comes from, in words. */
  static final Column SOURCE =
      concat_ws(
          "/",
          col(Scoring.SOURCE + ".topic"),
          col(Scoring.SOURCE + ".partition"),
          col(Scoring.SOURCE + ".offset"));

  private static final int IDS_AT_ONCE = 1_000;

  private final OutletConfig config;

  DuplicateMarker(OutletConfig config) {
    this.config = config;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    List<Row> marked = new ArrayList<>();
    try (Store store = Store.open(config.store())) {
      Answers answers = new Answers(store.collection(config.collection()));
      // Requests with the same id as a rule have the same key, and so the same partition.
      Map<String, String> seen = new HashMap<>();
      while (rows.hasNext()) {
        List<Row> some = next(rows);
        seen.putAll(answers.sources(ids(some)));
        some.forEach(row -> marked.add(marked(row, seen)));
      }
    }
    return marked.iterator();
  }

  private static List<Row> next(Iterator<Row> rows) {
    List<Row> some = new ArrayList<>();
    while (rows.hasNext() && some.size() < IDS_AT_ONCE) {
      some.add(rows.next());
    }
    return some;
  }

  private static List<String> ids(List<Row> rows) {
    return rows.stream().filter(DuplicateMarker::isGood).map(DuplicateMarker::id).toList();
  }

  private static Row marked(Row row, Map<String, String> seen) {
    if (!isGood(row)) {
      return row;
    }
    String source = source(row);
    return seen.computeIfAbsent(id(row), id -> source).equals(source) ? row : rejected(row);
  }

  private static Row rejected(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[row.fieldIndex(Scoring.ERROR)] = StoreDepot.ANSWERED_BEFORE;
    return RowFactory.create(values);
  }

  private static boolean isGood(Row row) {
    return row.getAs(Scoring.ERROR) == null;
  }

  private static String id(Row row) {
    return row.getAs(Scoring.ID);
  }

  private static String source(Row row) {
    Row source = row.getAs(Scoring.SOURCE);
    return source.getAs("topic") + "/" + source.getAs("partition") + "/" + source.getAs("offset");
  }
}
