package flights.model.rowwise;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * What a plan does with each row, apart from where the rows come from: the very expressions that
 * Spark would run in a job, compiled by Spark, called for one row at a time. Only plans that look
 * at one row at a time can be taken: such as {@code select}, {@code filter} and most stages of
 * Spark ML.
 */
public final class RowwisePlan implements Serializable {

  /**
   * One step.
   *
   * @param condition null for a step that makes a row of a row
   */
  private record Step(
      ArrayList<Expression> expressions, ArrayList<Attribute> input, Expression condition)
      implements Serializable {}

  private static final ClassTag<RowwisePlan> TYPE = ClassTag$.MODULE$.apply(RowwisePlan.class);

  private final ArrayList<Step> steps;
  private final StructType schema;

  private RowwisePlan(ArrayList<Step> steps, StructType schema) {
    this.steps = steps;
    this.schema = schema;
  }

  /** No rows, to build a plan on. */
  public static Dataset<Row> input(SparkSession spark, StructType schema) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    // Not a local relation: of one without rows Spark would make a plan without steps.
    return spark.createDataFrame(context.<Row>emptyRDD(), schema);
  }

  /** Throws IllegalArgumentException when the plan does more than to look at one row at a time. */
  public static RowwisePlan of(Dataset<Row> rows) {
    var dataset = (org.apache.spark.sql.classic.Dataset<Row>) rows;
    Deque<Step> steps = new ArrayDeque<>();
    LogicalPlan plan = dataset.queryExecution().optimizedPlan();
    while (!plan.children().isEmpty()) {
      steps.addFirst(step(plan));
      plan = plan.children().apply(0);
    }
    return new RowwisePlan(new ArrayList<>(steps), rows.schema());
  }

  private static Step step(LogicalPlan plan) {
    if (plan instanceof Project project) {
      ArrayList<Expression> expressions = new ArrayList<>(list(project.expressions()));
      return new Step(expressions, new ArrayList<>(list(project.child().output())), null);
    }
    if (plan instanceof Filter filter) {
      ArrayList<Attribute> input = new ArrayList<>(list(filter.child().output()));
      return new Step(new ArrayList<>(), input, filter.condition());
    }
    throw new IllegalArgumentException(
        "it does more than to look at one row at a time (" + plan.nodeName() + ")");
  }

  public StructType schema() {
    return schema;
  }

  /** A run of the plan, for one thread; Spark compiles it now. */
  public Run start() {
    List<Run> parts = copied().steps.stream().map(RowwisePlan::compiled).toList();
    return row -> {
      InternalRow now = row;
      for (int i = 0; i < parts.size() && now != null; i++) {
        now = parts.get(i).apply(now);
      }
      return now;
    };
  }

  /** Expressions keep values while they work, such as the variable of a lambda. */
  private RowwisePlan copied() {
    SerializerInstance serializer = SparkEnv.get().closureSerializer().newInstance();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return serializer.deserialize(serializer.serialize(this, TYPE), loader, TYPE);
  }

  private static Run compiled(Step step) {
    if (step.condition() != null) {
      BasePredicate predicate = Predicate$.MODULE$.create(step.condition(), seq(step.input()));
      predicate.initialize(0);
      return row -> predicate.eval(row) ? row : null;
    }
    UnsafeProjection projection =
        UnsafeProjection$.MODULE$.create(seq(step.expressions()), seq(step.input()));
    projection.initialize(0);
    return projection::apply;
  }

  private static <T> List<T> list(Seq<T> seq) {
    return CollectionConverters.asJava(seq);
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  /** Makes a row of a row. */
  public interface Run {

    /** Null when the plan leaves the row out; what comes back is good until the next call. */
    InternalRow apply(InternalRow row);
  }
}
