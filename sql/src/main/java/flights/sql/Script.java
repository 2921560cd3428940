package flights.sql;

import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.sql.query.PlannedQuery;
import flights.sql.query.QueryCheckpoint;
import flights.sql.query.QueryPlanner;
import flights.sql.query.QueryStates;
import flights.sql.query.RowLook;
import flights.sql.query.TopicPrinter;
import flights.sql.source.Relation;
import flights.sql.source.Relations;
import flights.sql.source.Topic;
import flights.sql.statement.SqlFault;
import flights.sql.statement.Statement;
import flights.sql.statement.Statement.Kind;
import flights.sql.statement.StatementParser;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExplainMode;

/** Statements in their order: what they define, what they plan, and what they tell at once. */
final class Script {

  private final Settings settings;
  private final SparkSession spark;
  private final PrintStream out;
  private final Relations relations;
  private final QueryPlanner planner;

  Script(Settings settings, SparkSession spark, PrintStream out) {
    this.settings = settings;
    this.spark = spark;
    this.out = out;
    this.relations = new Relations(spark, settings);
    this.planner = new QueryPlanner(settings, relations);
  }

  /** Takes what a text defines; throws {@link SqlFault}. Nothing starts yet. */
  void read(String file, String text) throws InterruptedException {
    for (Statement statement : StatementParser.parse(file, text)) {
      take(statement);
    }
  }

  List<PlannedQuery> plans() {
    return planner.plans();
  }

  /** Makes the topics that are read and not there yet. */
  void makeTopics() throws InterruptedException {
    for (Relation relation : relations.all()) {
      if (relation.topic() != null) {
        Topic.ensure(settings, relation.topic(), relation.kind() == Kind.TABLE);
      }
    }
  }

  private void take(Statement statement) throws InterruptedException {
    if (statement instanceof Statement.CreateSource source) {
      relations.add(source);
    } else if (statement instanceof Statement.CreateView view) {
      relations.add(view);
    } else if (statement instanceof Statement.CreateQuery query) {
      planner.add(query);
    } else if (statement instanceof Statement.InsertInto insert) {
      planner.add(insert);
    } else if (statement instanceof Statement.Drop drop) {
      drop(drop);
    } else {
      tell(statement);
    }
  }

  private void tell(Statement statement) throws InterruptedException {
    if (statement instanceof Statement.Show show) {
      show(show.kind());
    } else if (statement instanceof Statement.Describe describe) {
      out.println(relations.require(describe.name()).described());
    } else if (statement instanceof Statement.Explain explain) {
      var rows = (org.apache.spark.sql.classic.Dataset<Row>) relations.rows(explain.select().sql());
      // Not its plan as it stands: a stream's is made by another way, which this knows.
      out.println(rows.queryExecution().explainString(ExplainMode.fromString("simple")));
    } else if (statement instanceof Statement.Print print) {
      makeTopics();
      print(print);
    } else if (statement instanceof Statement.Look look) {
      makeTopics();
      Dataset<Row> rows = relations.rows(look.select().sql());
      new RowLook(spark, out).look(rows, look);
    }
  }

  private void show(Kind kind) {
    if (kind == Kind.QUERY) {
      try (Store store = Store.open(settings)) {
        new QueryStates(store).all().forEach(state -> out.println(state.line()));
      }
      return;
    }
    relations.all().stream()
        .filter(relation -> relation.kind() == kind)
        .forEach(relation -> out.println(relation.name() + ": " + relation.where()));
  }

  private void print(Statement.Print print) {
    Relation relation = relations.require(print.name());
    if (relation.topic() == null) {
      throw new SqlFault(print.name().place(), relation.name() + " is on no topic");
    }
    new TopicPrinter(settings, out)
        .print(relation.topic(), print.fromBeginning(), print.limit().orElse(Long.MAX_VALUE));
  }

  private void drop(Statement.Drop drop) {
    if (drop.kind() == Kind.QUERY) {
      boolean there = new QueryCheckpoint(settings, drop.name().text()).delete();
      if (!there && !drop.ifExists()) {
        throw new SqlFault(drop.name().place(), "there is no query " + drop.name().text());
      }
      try (Store store = Store.open(settings)) {
        new QueryStates(store).forget(drop.name().text());
      }
    } else if (!drop.ifExists() || relations.has(drop.name().text())) {
      relations.drop(drop.name());
    }
  }
}
