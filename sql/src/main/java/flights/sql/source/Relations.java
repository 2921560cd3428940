package flights.sql.source;

import flights.core.settings.Settings;
import flights.core.text.ClosestName;
import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import flights.sql.statement.SqlText;
import flights.sql.statement.Statement;
import flights.sql.statement.Statement.Kind;
import flights.sql.statement.Statement.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.StructType;

/** The names that queries may use. Nothing is read yet: what is wrong is told before. */
public final class Relations {

  private final SparkSession spark;
  private final KafkaRows kafka;
  private final SparkFaults faults;
  private final Map<String, Relation> known = new LinkedHashMap<>();

  public Relations(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.kafka = new KafkaRows(spark, settings);
    this.faults = new SparkFaults(spark);
  }

  public Collection<Relation> all() {
    return known.values();
  }

  /** Throws {@link SqlFault} with the nearest name when there is none. */
  public Relation require(Name name) {
    Relation found = known.get(folded(name.text()));
    if (found == null) {
      throw new SqlFault(
          name.place(),
          "there is no stream, table or view "
              + name.text()
              + ClosestName.hint(name.text(), names()));
    }
    return found;
  }

  /** A stream or a table that is on Kafka. */
  public void add(Statement.CreateSource source) {
    Options options = source.options();
    StructType columns =
        faults.in(
            source.columns(),
            names(),
            () -> CatalystSqlParser$.MODULE$.parseTableSchema(source.columns().padded()));
    requireColumns(source.primaryKey(), columns);
    MessageFormat format = MessageFormat.of(options, columns);
    Relation relation =
        new Relation(
            source.name().text(),
            source.kind(),
            options.text("topic").orElse(source.name().text()),
            format,
            columns,
            source.primaryKey().stream().map(Name::text).toList(),
            "the topic " + options.text("topic").orElse(source.name().text()),
            format.noted(source.normalised()));
    put(source.name(), relation);
    if (source.kind() == Kind.TABLE) {
      refuse(options, "timestamp", "watermark", "unique", "start", "batch");
      kafka.table(relation).createOrReplaceTempView(relation.name());
    } else {
      kafka.stream(relation, options).createOrReplaceTempView(relation.name());
    }
  }

  /** A part of other queries. */
  public void add(Statement.CreateView view) {
    Dataset<Row> rows = rows(view.select().sql());
    Relation relation =
        new Relation(
            view.name().text(),
            Kind.VIEW,
            null,
            null,
            rows.schema(),
            List.of(),
            "a part of other queries",
            view.normalised());
    put(view.name(), relation);
    rows.createOrReplaceTempView(relation.name());
  }

  /** What a query makes; it can be read when it is on a topic. */
  public void add(Name name, Relation made) {
    put(name, made);
    if (made.topic() != null && made.kind() == Kind.TABLE) {
      kafka.table(made).createOrReplaceTempView(made.name());
    } else if (made.topic() != null) {
      kafka.stream(made, new Options(name.place(), Map.of())).createOrReplaceTempView(made.name());
    }
  }

  public void drop(Name name) {
    Relation relation = require(name);
    known.remove(folded(name.text()));
    var unused = spark.catalog().dropTempView(relation.name());
  }

  public boolean has(String name) {
    return known.containsKey(folded(name));
  }

  /** Throws {@link SqlFault} when Spark does not understand it. */
  public Dataset<Row> rows(SqlText sql) {
    return faults.in(sql, names(), () -> spark.sql(sql.padded()));
  }

  /** The statements that a statement builds on, in their order, and itself. */
  public String definition(String normalised) {
    return Definitions.of(normalised, known.values());
  }

  /** Of the tables that a query reads, and of all streams, which count for each query. */
  public List<PassedOver> passedOver(Dataset<Row> query) {
    Set<String> tables = ReplicaTable.readBy(query);
    return known.values().stream()
        .filter(it -> it.kind() != Kind.TABLE || tables.contains(it.name()))
        .flatMap(it -> kafka.passedOver(it).stream())
        .toList();
  }

  private void put(Name name, Relation relation) {
    if (known.putIfAbsent(folded(name.text()), relation) != null) {
      throw new SqlFault(
          name.place(), name.text() + " is there already; give this one another name");
    }
  }

  static void requireColumns(List<Name> wanted, StructType columns) {
    List<String> names = List.of(columns.fieldNames());
    for (Name name : wanted) {
      if (!names.contains(name.text())) {
        throw new SqlFault(
            name.place(),
            "there is no column " + name.text() + ClosestName.hint(name.text(), names));
      }
    }
  }

  private static void refuse(Options options, String... names) {
    for (String name : names) {
      if (options.text(name).isPresent()) {
        throw new SqlFault(
            options.place(name),
            "a table is what it is now, and takes no " + name + "; a stream does");
      }
    }
  }

  private List<String> names() {
    return known.values().stream().map(Relation::name).toList();
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
