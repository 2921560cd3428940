package flights.sql.query;

import flights.core.settings.Settings;
import flights.sql.source.Relation;
import flights.sql.source.Relations;
import flights.sql.statement.SqlFault;
import flights.sql.statement.Statement;
import flights.sql.statement.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.StructField;

/** Makes plans of statements that make rows; nothing starts yet. */
public final class QueryPlanner {

  private final Settings settings;
  private final Relations relations;
  private final List<PlannedQuery> plans = new ArrayList<>();

  public QueryPlanner(Settings settings, Relations relations) {
    this.settings = settings;
    this.relations = relations;
  }

  public List<PlannedQuery> plans() {
    return plans;
  }

  /** Throws {@link SqlFault}. */
  public void add(Statement.CreateQuery query) {
    Dataset<Row> rows = streaming(query, relations.rows(query.select().sql()));
    Target target = Target.of(query.options(), query.name().text(), rows.schema());
    if (query.kind() == Kind.TABLE && target.key().isEmpty()) {
      throw new SqlFault(
          query.place(), "a table needs key = 'column, ...': by it a row replaces an earlier one");
    }
    String normalised = target.format().noted(query.normalised());
    plan(query, query.name().text(), rows, target, query.select(), normalised);
    relations.add(
        query.name(),
        new Relation(
            query.name().text(),
            query.kind(),
            target.topic(),
            target.format(),
            rows.schema(),
            target.key(),
            target.described(),
            normalised));
  }

  /** Throws {@link SqlFault}. */
  public void add(Statement.InsertInto insert) {
    Relation into = relations.require(insert.name());
    if (into.topic() == null) {
      throw new SqlFault(insert.name().place(), into.name() + " is on no topic: " + into.where());
    }
    Dataset<Row> rows =
        streaming(insert, fitted(insert, relations.rows(insert.select().sql()), into));
    long before =
        plans.stream().filter(it -> it.name().startsWith(into.name() + "_insert")).count();
    String name = into.name() + "_insert" + (before + 1);
    String fault = into.format().unwritable(rows.schema());
    if (fault != null) {
      throw new SqlFault(insert.name().place(), fault);
    }
    Target target = Target.ofTopic(into);
    plan(insert, name, rows, target, insert.select(), insert.normalised());
  }

  private void plan(
      Statement statement,
      String name,
      Dataset<Row> rows,
      Target target,
      Statement.Select select,
      String normalised) {
    OutputMode mode = WhenTold.of(rows, target, select.emit(), select.sql().place());
    String definition = relations.definition(normalised) + "\n";
    new QueryCheckpoint(settings, name).requireNotesOf(definition, statement.place());
    plans.add(
        new PlannedQuery(
            statement.place(), name, rows, target, mode, definition, relations.passedOver(rows)));
  }

  private static Dataset<Row> streaming(Statement statement, Dataset<Row> rows) {
    if (!rows.isStreaming()) {
      throw new SqlFault(
          statement.place(),
          "the query reads no stream, so it would never end and never go on: read one, or use"
              + " SELECT alone to look at a table");
    }
    return rows;
  }

  /** By position, as INSERT does, with the names and types of what it goes into. */
  private static Dataset<Row> fitted(
      Statement.InsertInto insert, Dataset<Row> rows, Relation into) {
    StructField[] wanted = into.columns().fields();
    if (rows.columns().length != wanted.length) {
      throw new SqlFault(
          insert.place(),
          "%s has %d columns, and the query %d"
              .formatted(into.name(), wanted.length, rows.columns().length));
    }
    String[] names = rows.columns();
    return rows.select(
        IntStream.range(0, wanted.length)
            .mapToObj(
                i ->
                    functions
                        .col("`" + names[i] + "`")
                        .cast(wanted[i].dataType())
                        .as(wanted[i].name()))
            .toArray(Column[]::new));
  }
}
