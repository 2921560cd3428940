package flights.model.predict;

import flights.core.registry.ModelVersion;
import flights.model.Scoring;
import flights.model.rowwise.RowwisePlan;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** One version of a model, ready to score rows in this process. */
final class LoadedVersion {

  /** In what {@link #score} gives. */
  static final int ANSWER_FIELD = 0;

  static final int DOCUMENT_FIELD = 1;

  private static final Logger LOG = LoggerFactory.getLogger(LoadedVersion.class);
  private static final StructType REQUEST =
      new StructType().add(Scoring.VALUE, DataTypes.BinaryType);

  private static final ClassTag<RowwisePlan> PLAN = ClassTag$.MODULE$.apply(RowwisePlan.class);

  /** By model: in a task's process the latest that has come along. */
  private static final ConcurrentMap<String, LoadedVersion> ARRIVED = new ConcurrentHashMap<>();

  private final String model;
  private final String version;
  private final RowwisePlan plan;
  private final byte[] bytes;
  private final PredictCounts counts;
  private final ThreadLocal<RowwisePlan.Run> runs;

  private LoadedVersion(String model, String version, RowwisePlan plan, byte[] bytes) {
    this.model = model;
    this.version = version;
    this.plan = plan;
    this.bytes = bytes;
    this.counts = PredictCounts.of(model);
    this.runs = ThreadLocal.withInitial(plan::start);
  }

  /** Throws {@link PredictException} when its pipeline cannot be run row by row. */
  static LoadedVersion of(ModelVersion version, Scoring scoring, SparkSession spark) {
    RowwisePlan plan;
    try {
      plan = RowwisePlan.of(scoring.answer(RowwisePlan.input(spark, REQUEST)));
    } catch (IllegalArgumentException e) {
      throw new PredictException(
          "%s %s cannot be used by predict: %s; ./flights predict serves it"
              .formatted(version.name(), version.version(), e.getMessage()));
    }
    ByteBuffer buffer = serializer().serialize(plan, PLAN);
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.limit());
    return new LoadedVersion(version.name(), version.version(), plan, bytes);
  }

  String version() {
    return version;
  }

  /** The row that {@link #score} gives: answer and document. */
  StructType answerSchema() {
    StructType schema = plan.schema();
    return new StructType()
        .add(Scoring.ANSWER, schema.apply(Scoring.ANSWER).dataType())
        .add(Scoring.DOCUMENT, schema.apply(Scoring.DOCUMENT).dataType());
  }

  /** Null when the request is not one that the model can answer. */
  InternalRow score(byte[] request) {
    try {
      InternalRow row = request == null ? null : runs.get().apply(wrapped(request));
      if (row != null && row.isNullAt(0)) {
        counts.scored();
        return fields(row.copy());
      }
    } catch (RuntimeException e) {
      LOG.debug("{} {} cannot score a row", model, version, e);
    }
    counts.notScored();
    return null;
  }

  private static InternalRow wrapped(byte[] request) {
    return new GenericInternalRow(new Object[] {request});
  }

  private InternalRow fields(InternalRow row) {
    StructType schema = plan.schema();
    return new GenericInternalRow(
        new Object[] {
          row.isNullAt(1) ? null : row.get(1, schema.fields()[1].dataType()),
          row.get(2, schema.fields()[2].dataType())
        });
  }

  Serializable shipped() {
    return new Shipped(model, version, bytes);
  }

  /** A version on its way to a task. */
  private record Shipped(String model, String version, byte[] bytes) implements Serializable {

    private Object readResolve() {
      LoadedVersion loaded =
          ARRIVED.compute(
              model,
              (name, there) -> there != null && there.isThe(this) ? there : LoadedVersion.of(this));
      return new LivePredictor(model, () -> loaded);
    }
  }

  private static LoadedVersion of(Shipped shipped) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    RowwisePlan plan = serializer().deserialize(ByteBuffer.wrap(shipped.bytes()), loader, PLAN);
    return new LoadedVersion(shipped.model(), shipped.version(), plan, shipped.bytes());
  }

  /** The one that sends Spark's own tasks. */
  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }

  /** Two packages may have the same version, but not the same plan. */
  private boolean isThe(Shipped shipped) {
    return version.equals(shipped.version())
        && ByteBuffer.wrap(bytes).equals(ByteBuffer.wrap(shipped.bytes()));
  }
}
