package flights.model.predict;

import flights.core.contract.Field;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructType;
import scala.Enumeration;
import scala.Option;

/**
 * An argument as the value of a model's field. As in a request, nothing is rounded, and a text that
 * holds no number is no number.
 *
 * @param wrong whether a row has a value that is not of the field's kind; null when that cannot be
 */
record FieldValue(Expression value, Expression wrong) {

  /** Null for what cannot be converted. */
  static final Enumeration.Value LENIENT = EvalMode$.MODULE$.TRY();

  static FieldValue of(Field field, Expression given, String model) {
    DataType type = given.dataType();
    if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
      throw new PredictException(
          "%s of %s is %s, not %s"
              .formatted(
                  field.name(), model, field.type().words(), type.sql().replaceAll("<.*", "")));
    }
    return switch (field.type()) {
      case STRING, DATE -> new FieldValue(cast(given, DataTypes.StringType), null);
      case TIMESTAMP ->
          type.equals(DataTypes.StringType)
              ? new FieldValue(given, null)
              : converted(given, DataTypes.TimestampType);
      case BOOLEAN -> converted(given, DataTypes.BooleanType);
      case NUMBER -> converted(given, DataTypes.DoubleType);
      case INTEGER -> whole(given, type);
    };
  }

  private static FieldValue whole(Expression given, DataType type) {
    if (!(type instanceof FractionalType) && !(type instanceof DecimalType)) {
      return converted(given, DataTypes.LongType);
    }
    Expression whole = cast(given, DataTypes.LongType);
    Expression changed =
        new Not(new EqualTo(cast(whole, DataTypes.DoubleType), cast(given, DataTypes.DoubleType)));
    FieldValue value = converted(given, DataTypes.LongType);
    return new FieldValue(whole, new Or(value.wrong(), new And(new IsNotNull(given), changed)));
  }

  private static FieldValue converted(Expression given, DataType to) {
    if (given.dataType().equals(to) || given.dataType() instanceof NullType) {
      return new FieldValue(cast(given, to), null);
    }
    Expression value = cast(given, to);
    return new FieldValue(value, new And(new IsNotNull(given), new IsNull(value)));
  }

  private static Expression cast(Expression given, DataType to) {
    return given.dataType().equals(to) ? given : new Cast(given, to, Option.apply("UTC"), LENIENT);
  }
}
