package flights.model;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.contract.ParsedRequest;
import flights.core.contract.RequestParser;
import flights.core.json.Json;
import flights.model.domain.Domains;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The one transformation from requests to predictions, for streams and for batches: a row that
 * cannot be used goes through the same plan with neutral values, and comes out with its error.
 */
public final class Scoring {

  /** The message's bytes, in the rows that come in. */
  public static final String VALUE = "value";

  /** All columns of the row that came in, as one struct. */
  public static final String MESSAGE = "_message";

  /** The request's id; null when it has none that can be read. */
  public static final String ID = "_id";

  /** Null when the row was scored, else why it was not. */
  public static final String ERROR = "_error";

  /** What is stored and sent: the request's fields and the answer's, as one struct. */
  public static final String DOCUMENT = "_document";

  /** A class in words, or a number: what the model says in one value. */
  public static final String ANSWER = "_answer";

  private static final String PREDICTION = "prediction";
  private static final String REQUEST = "_request";
  private static final String SCORED_AT = "_scored_at";

  private final ModelPackage model;
  private final String version;

  public Scoring(ModelPackage model, String version) {
    this.model = model;
    this.version = version;
  }

  public ModelConfig config() {
    return model.config();
  }

  public String version() {
    return version;
  }

  /** Rows with a column {@link #VALUE} in; {@link #MESSAGE}, ID, ERROR and DOCUMENT out. */
  public Dataset<Row> score(Dataset<Row> requests) {
    return transform(requests).select(col(MESSAGE), col(ID), col(ERROR), document().as(DOCUMENT));
  }

  /** Rows with a column {@link #VALUE} in; {@link #ERROR}, {@link #ANSWER} and DOCUMENT out. */
  public Dataset<Row> answer(Dataset<Row> requests) {
    Dataset<Row> transformed = transform(requests);
    Column answer = answer(List.of(transformed.columns()).contains(PREDICTION));
    return transformed.select(col(ERROR), answer.as(ANSWER), document().as(DOCUMENT));
  }

  private Dataset<Row> transform(Dataset<Row> requests) {
    Domains.found().registerFunctions(requests.sparkSession());
    Dataset<Row> parsed =
        requests
            .select(struct(col("*")).as(MESSAGE), parser().apply(col(VALUE)).as(REQUEST))
            .select(col(MESSAGE), col(REQUEST + ".*"));
    return withArrays(model.pipeline().transform(parsed));
  }

  /** A pipeline that predicts by SQL alone has only what it tells. */
  private Column answer(boolean predicts) {
    if (!predicts) {
      String first = config().output().values().iterator().next();
      return org.apache.spark.sql.functions.expr(first);
    }
    Column prediction = col(PREDICTION);
    Object[] labels = config().outputLabels().toArray();
    return labels.length == 0
        ? prediction.cast(DataTypes.DoubleType)
        : get(
            array(Stream.of(labels).map(l -> lit(l)).toArray(Column[]::new)),
            prediction.cast("int"));
  }

  /** Scores the package's own example; throws {@link PackageException} when it gets no answer. */
  public Row scoreExample(SparkSession spark) {
    StructType schema = new StructType().add(VALUE, DataTypes.BinaryType);
    List<Row> example = List.of(RowFactory.create((Object) Json.bytes(config().example())));
    Row scored;
    try {
      scored = score(spark.createDataFrame(example, schema)).first();
    } catch (Exception e) {
      // Whatever the stages of somebody's pipeline throw, Spark's checked exceptions among it.
      throw new PackageException(
          name() + " cannot score its own example: " + PackageException.firstLine(e), e);
    }
    if (scored.getAs(ERROR) != null) {
      throw new PackageException(name() + " rejects its own example: " + scored.getAs(ERROR));
    }
    return scored.getAs(DOCUMENT);
  }

  private String name() {
    return config().name() + " " + version;
  }

  private UserDefinedFunction parser() {
    RequestParser parser = new RequestParser(config().inputSchema(), config().idColumn());
    UDF1<byte[], Row> parse =
        bytes -> {
          ParsedRequest request = parser.parse(bytes);
          List<Object> row = new ArrayList<>();
          row.addAll(Arrays.asList(request.id(), request.error(), Instant.now()));
          row.addAll(request.values());
          return RowFactory.create(row.toArray());
        };
    // Not deterministic: so that Spark never runs it twice for a row.
    return udf(parse, parsedSchema()).asNondeterministic();
  }

  private StructType parsedSchema() {
    StructType schema =
        new StructType()
            .add(ID, DataTypes.StringType)
            .add(ERROR, DataTypes.StringType)
            .add(SCORED_AT, DataTypes.TimestampType);
    for (Field field : config().inputSchema()) {
      schema = schema.add(field.name(), SparkTypes.of(field.type()));
    }
    return schema;
  }

  private static Dataset<Row> withArrays(Dataset<Row> rows) {
    Column[] columns =
        Stream.of(rows.schema().fields()).map(Scoring::vectorAsArray).toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column vectorAsArray(StructField field) {
    Column column = col("`" + field.name() + "`");
    return field.dataType() instanceof VectorUDT
        ? functions.vector_to_array(column, "float64").as(field.name())
        : column;
  }

  /** Neither JSON nor BSON has a date without a time: it is stored and sent as it came. */
  private static Column input(Field field) {
    Column column = col(field.name());
    return field.type() == FieldType.DATE
        ? column.cast(DataTypes.StringType).as(field.name())
        : column;
  }

  private Column document() {
    Stream<Column> inputs = config().inputSchema().stream().map(Scoring::input);
    Stream<Column> outputs =
        config().output().entrySet().stream()
            .map(e -> org.apache.spark.sql.functions.expr(e.getValue()).as(e.getKey()));
    Stream<Column> about =
        Stream.of(lit(version).as("ModelVersion"), col(SCORED_AT).as("ScoredAt"));
    return struct(
        Stream.of(inputs, outputs, about).flatMap(columns -> columns).toArray(Column[]::new));
  }
}
