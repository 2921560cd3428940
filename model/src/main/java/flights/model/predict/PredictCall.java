package flights.model.predict;

import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.DataType;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** A call as it is written, until the types of its arguments are known. */
final class PredictCall extends Expression {

  private static final long serialVersionUID = 1;

  /** What a call answers with. */
  enum Form {
    /** One value. */
    PREDICT,
    /** All that the model says. */
    PREDICT_STRUCT;

    String functionName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Form form;
  private final Seq<Expression> arguments;

  PredictCall(Form form, Seq<Expression> arguments) {
    this.form = form;
    this.arguments = arguments;
  }

  Form form() {
    return form;
  }

  @Override
  public Seq<Expression> children() {
    return arguments;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
    return new PredictCall(form, newChildren);
  }

  /** Never: a rule puts another expression in its place. */
  @Override
  public boolean resolved() {
    return false;
  }

  @Override
  public String prettyName() {
    return form.functionName();
  }

  @Override
  public boolean nullable() {
    return true;
  }

  @Override
  public DataType dataType() {
    throw new IllegalStateException("the types of the arguments are not known yet");
  }

  @Override
  public Object eval(InternalRow input) {
    throw new IllegalStateException("the types of the arguments are not known yet");
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    throw new IllegalStateException("the types of the arguments are not known yet");
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return n == 0 ? form : arguments;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof PredictCall;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredictCall that
        && form == that.form
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * form.hashCode() + arguments.hashCode();
  }
}
