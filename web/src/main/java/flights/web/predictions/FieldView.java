package flights.web.predictions;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a model's form.
 *
 * @param input the type of the browser's field; {@code textarea} and {@code choice} are other ones
 * @param hint what may be filled in
 * @param error null when nothing is wrong with it
 */
public record FieldView(String name, String input, String value, String hint, String error) {

  private static final double LONG_TEXT = 200;

  static FieldView of(Field field, String value, String error) {
    return new FieldView(field.name(), input(field), value, hint(field), error);
  }

  private static String input(Field field) {
    return switch (field.type()) {
      case BOOLEAN -> "choice";
      case DATE -> "date";
      case STRING -> field.max() != null && field.max() > LONG_TEXT ? "textarea" : "text";
      default -> "text";
    };
  }

  private static String hint(Field field) {
    List<String> words = new ArrayList<>();
    words.add(field.type().words());
    boolean isText = field.type() == FieldType.STRING;
    if (field.min() != null && field.max() != null) {
      words.add(
          isText
              ? "of " + number(field.min()) + " to " + number(field.max()) + " characters"
              : "from " + number(field.min()) + " to " + number(field.max()));
    } else if (field.min() != null) {
      words.add(
          isText
              ? "of at least " + number(field.min()) + " characters"
              : "from " + number(field.min()));
    } else if (field.max() != null) {
      words.add(
          isText
              ? "of at most " + number(field.max()) + " characters"
              : "up to " + number(field.max()));
    }
    String hint = String.join(" ", words) + leftOut(field);
    return Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
  }

  private static String leftOut(Field field) {
    if (field.from() != null) {
      return "; may be left empty when " + field.from().field() + " is told";
    }
    return field.required() ? "" : "; may be left empty";
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
