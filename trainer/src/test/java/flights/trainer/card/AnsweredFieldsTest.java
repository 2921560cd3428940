package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.card.AnswerFields;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.trainer.evaluate.EvaluatedColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsweredFieldsTest {

  @Test
  void aFieldHoldsTheColumnThatItsExpressionNames() {
    EvaluatedColumns columns =
        EvaluatedColumns.ofNumber(
            Task.REGRESSION,
            "price",
            "prediction",
            List.of(
                new QuantileField(0.1, "low"),
                new QuantileField(0.5, "mid"),
                new QuantileField(0.9, "high")),
            List.of());
    Map<String, String> output = new LinkedHashMap<>();
    output.put("Doubled", "2 * prediction");
    output.put("Price", "prediction");
    output.put("Low", "round(low, 1)");
    output.put("High", "greatest(low, high, prediction_high)");

    assertThat(AnsweredFields.of(columns, output))
        .isEqualTo(
            new AnswerFields(
                null,
                "Price",
                List.of(new QuantileField(0.1, "Low"), new QuantileField(0.9, "High"))));
  }

  @Test
  void aFunctionOfTheSameNameIsNoColumn() {
    EvaluatedColumns columns = EvaluatedColumns.of("label", "prediction", "probability", List.of());

    assertThat(AnsweredFields.of(columns, Map.of("Likely", "probability(x)")))
        .isEqualTo(new AnswerFields(null, null, List.of()));
  }
}
