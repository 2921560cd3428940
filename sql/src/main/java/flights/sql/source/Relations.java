package flights.sql.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;

import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import flights.model.command.ClosestName;
import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import flights.sql.statement.SqlText;
import flights.sql.statement.Statement;
import flights.sql.statement.Statement.Kind;
import flights.sql.statement.Statement.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation$;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** The names that queries may use. Nothing is read yet: what is wrong is told before. */
public final class Relations {

  private static final int SHARE_OF_HEAP = 4;

  /** What a query that has been away does at once, and does again when it breaks. */
  private static final int MOST_A_BATCH = 200_000;

  private final SparkSession spark;
  private final Settings settings;
  private final SparkFaults faults;
  private final Map<String, Relation> known = new LinkedHashMap<>();
  private final Map<String, PassedOver> passedOver = new HashMap<>();

  public Relations(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
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
    Relation relation =
        new Relation(
            source.name().text(),
            source.kind(),
            options.text("topic").orElse(source.name().text()),
            MessageFormat.of(options, columns),
            columns,
            source.primaryKey().stream().map(Name::text).toList(),
            "the topic " + options.text("topic").orElse(source.name().text()),
            source.normalised());
    put(source.name(), relation);
    if (source.kind() == Kind.TABLE) {
      refuse(options, "timestamp", "watermark", "start");
      table(relation).createOrReplaceTempView(relation.name());
    } else {
      stream(relation, options).createOrReplaceTempView(relation.name());
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
      table(made).createOrReplaceTempView(made.name());
    } else if (made.topic() != null) {
      stream(made, new Options(name.place(), Map.of())).createOrReplaceTempView(made.name());
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
    List<Relation> earlier = List.copyOf(known.values());
    return Stream.concat(parts(normalised, earlier), Stream.of(normalised))
        .distinct()
        .collect(Collectors.joining(";\n"));
  }

  private static Stream<String> parts(String normalised, List<Relation> earlier) {
    List<String> words = List.of(normalised.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}_]+"));
    return IntStream.range(0, earlier.size())
        .filter(i -> words.contains(folded(earlier.get(i).name())))
        .filter(i -> !earlier.get(i).definition().equals(normalised))
        .boxed()
        .flatMap(
            i -> {
              String part = earlier.get(i).definition();
              return Stream.concat(parts(part, earlier.subList(0, i)), Stream.of(part));
            });
  }

  /** Of all that a definition builds on, by name. */
  public Map<String, PassedOver> passedOver(String definition) {
    Map<String, PassedOver> counts = new LinkedHashMap<>();
    known.values().stream()
        .filter(it -> definition.contains(it.definition()))
        .filter(it -> passedOver.containsKey(folded(it.name())))
        .forEach(it -> counts.put(it.name(), passedOver.get(folded(it.name()))));
    return counts;
  }

  private PassedOver passedOver(Relation relation) {
    return passedOver.computeIfAbsent(
        folded(relation.name()), name -> new PassedOver(relation.name(), spark));
  }

  private Dataset<Row> table(Relation relation) {
    long mostBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    TableReplica replica =
        new TableReplica(relation, settings, spark, passedOver(relation), mostBytes);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation$.MODULE$.create(
            new ReplicaTable(relation, replica), Option.empty(), Option.empty()));
  }

  private Dataset<Row> stream(Relation relation, Options options) {
    Dataset<Row> rows =
        spark
            .readStream()
            .format("kafka")
            .options(KafkaAccess.of(settings).sparkOptions())
            .option("subscribe", relation.topic())
            .option("maxOffsetsPerTrigger", MOST_A_BATCH)
            .option("startingOffsets", options.oneOf("start", List.of("earliest", "latest")))
            .load()
            .select(relation.format().row(col("value"), relation.columns()).as("row"))
            .filter(passedOver(relation).filter(col("row")))
            .select("row.*");
    return timed(rows, options);
  }

  private Dataset<Row> timed(Dataset<Row> rows, Options options) {
    String time = options.text("timestamp").orElse(null);
    if (time == null) {
      if (options.text("watermark").isPresent()) {
        throw new SqlFault(options.place("watermark"), "a watermark needs timestamp = 'a column'");
      }
      return rows;
    }
    requireColumns(List.of(new Name(time, options.place("timestamp"))), rows.schema());
    boolean millis = rows.schema().apply(time).dataType().equals(DataTypes.LongType);
    Dataset<Row> timed = millis ? rows.withColumn(time, timestamp_millis(col(time))) : rows;
    if (!timed.schema().apply(time).dataType().equals(DataTypes.TimestampType)) {
      throw new SqlFault(
          options.place("timestamp"), time + " is to be a TIMESTAMP, or a BIGINT of milliseconds");
    }
    return options
        .text("watermark")
        .map(delay -> marked(timed, time, delay, options))
        .orElse(timed);
  }

  private Dataset<Row> marked(Dataset<Row> rows, String time, String delay, Options options) {
    return faults.in(
        new SqlText(options.place("watermark"), delay),
        names(),
        () -> rows.withWatermark(time, delay));
  }

  private void put(Name name, Relation relation) {
    if (known.putIfAbsent(folded(name.text()), relation) != null) {
      throw new SqlFault(
          name.place(), name.text() + " is there already; give this one another name");
    }
  }

  private static void requireColumns(List<Name> wanted, StructType columns) {
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

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
