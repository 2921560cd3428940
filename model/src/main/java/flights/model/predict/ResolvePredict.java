package flights.model.predict;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import scala.Option;
import scala.PartialFunction;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** Puts the scoring of a model in the place of a call, as soon as its arguments are known. */
final class ResolvePredict extends Rule<LogicalPlan> {

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.resolveOperatorsUp(operators());
  }

  private static PartialFunction<LogicalPlan, LogicalPlan> operators() {
    return new AbstractPartialFunction<>() {
      @Override
      public boolean isDefinedAt(LogicalPlan operator) {
        return true;
      }

      @Override
      public LogicalPlan apply(LogicalPlan operator) {
        return (LogicalPlan) operator.transformExpressionsUp(calls());
      }
    };
  }

  private static PartialFunction<Expression, Expression> calls() {
    return new AbstractPartialFunction<>() {
      @Override
      public boolean isDefinedAt(Expression expression) {
        return expression instanceof PredictCall call && call.childrenResolved();
      }

      @Override
      public Expression apply(Expression expression) {
        try {
          return scored((PredictCall) expression);
        } catch (PredictException e) {
          throw e.at(expression.origin());
        }
      }
    };
  }

  private static Expression scored(PredictCall call) {
    List<Expression> arguments = CollectionConverters.asJava(call.children());
    if (arguments.isEmpty()
        || !(arguments.get(0) instanceof Literal name)
        || !(name.dataType() instanceof org.apache.spark.sql.types.StringType)) {
      throw new PredictException(
          call.form().functionName() + " begins with the name of a model, in quotes");
    }
    ServedModel model = ServedModels.named(String.valueOf(name.value()));
    Expression request =
        new PredictArguments(model).request(arguments.subList(1, arguments.size()));
    Expression predictor =
        new Literal(
            new LivePredictor(model.name(), model::current), new ObjectType(LivePredictor.class));
    Invoke answer =
        new Invoke(
            predictor,
            "score",
            model.answerSchema(),
            seq(List.of(request)),
            seq(List.of(DataTypes.BinaryType)),
            false,
            true,
            true);
    int field =
        call.form() == PredictCall.Form.PREDICT
            ? LoadedVersion.ANSWER_FIELD
            : LoadedVersion.DOCUMENT_FIELD;
    return new GetStructField(answer, field, Option.empty());
  }

  private static <T, U extends T> Seq<T> seq(List<U> list) {
    return CollectionConverters.<T>asScala(List.<T>copyOf(list)).toSeq();
  }
}
