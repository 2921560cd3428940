package flights.model.predict;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/** Makes the functions known to a session; Spark finds this class by its name. */
public final class PredictExtension extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    for (PredictCall.Form form : PredictCall.Form.values()) {
      extensions.injectFunction(
          new Tuple3<>(
              new FunctionIdentifier(form.functionName()),
              new ExpressionInfo(PredictCall.class.getName(), form.functionName()),
              new Builder(form)));
    }
    extensions.injectResolutionRule(
        new AbstractFunction1<>() {
          @Override
          public ResolvePredict apply(org.apache.spark.sql.SparkSession session) {
            return new ResolvePredict();
          }
        });
    return BoxedUnit.UNIT;
  }

  private static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {

    private final PredictCall.Form form;

    Builder(PredictCall.Form form) {
      this.form = form;
    }

    @Override
    public Expression apply(Seq<Expression> arguments) {
      return new PredictCall(form, arguments);
    }
  }
}
