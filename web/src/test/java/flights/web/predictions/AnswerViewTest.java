package flights.web.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.card.AnswerFields;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.ErrorBin;
import flights.core.card.Evaluation;
import flights.core.card.ModelCard;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.web.answers.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerViewTest {

  private static final List<ErrorBin> ERRORS =
      List.of(new ErrorBin(0, 50, 9, 0, -2, 0, 1), new ErrorBin(51, 90, 9, 0, -20, 0, 30));

  private static AnswerView view(
      List<String> labels, Task task, AnswerFields fields, Map<String, Object> answer) {
    Map<String, String> output = new LinkedHashMap<>();
    answer.keySet().forEach(name -> output.put(name, "x"));
    ModelConfig config =
        new ModelConfig(
            "m",
            "id",
            List.of(Field.required("id", FieldType.STRING)),
            output,
            labels,
            "a",
            "b",
            "c",
            null,
            null,
            Map.of());
    Evaluation evaluation = new Evaluation(18, Map.of(), null, null, null, ERRORS, null, null);
    CardSplit split =
        new CardSplit("s", "d", "f", new CardTrial("m", null, evaluation), null, null);
    ModelCard card =
        new ModelCard(
            "m",
            "1",
            Instant.EPOCH,
            null,
            1,
            task,
            "label",
            "kEUR",
            null,
            null,
            List.of(split),
            null,
            null,
            fields,
            null,
            null,
            null,
            null,
            null);
    Map<String, Object> told = new LinkedHashMap<>(answer);
    told.put("ModelVersion", "1");
    return AnswerView.of(
        ServedModel.of("m", "1", config, fields == null ? null : card, null),
        new Answer(Answer.Status.OK, "id", told, null));
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  @Test
  void classesAreBars() {
    AnswerView view =
        view(
            List.of("no", "yes"),
            Task.CLASSIFICATION,
            new AnswerFields("Likely", null, List.of()),
            fields("Other", List.of(1, 2), "Likely", List.of(0.25, 0.75)));

    assertThat(view.words()).isEqualTo("yes");
    assertThat(view.bars())
        .containsExactly(
            new AnswerView.Bar("no", 0.25, false), new AnswerView.Bar("yes", 0.75, true));
    assertThat(view.fields()).containsOnlyKeys("Other");
    assertThat(view.number()).isNull();
  }

  @Test
  void aNumberHasTheErrorsOfTestsForItsRange() {
    AnswerFields number = new AnswerFields(null, "Price", List.of());
    AnswerView near =
        view(List.of(), Task.REGRESSION, number, fields("Grade", "b", "Price", 40.25));

    assertThat(near.number().text()).isEqualTo("40.25 kEUR");
    assertThat(near.number().range().low()).isEqualTo("38.25");
    assertThat(near.number().range().high()).isEqualTo("41.25");
    assertThat(near.number().range().words()).contains("errors in tests", "80%");
    assertThat(near.fields()).containsOnlyKeys("Grade");
    assertThat(near.words()).isNull();

    AnswerView far = view(List.of(), Task.REGRESSION, number, fields("Price", 400));
    assertThat(far.number().range().high()).isEqualTo("430.0");
    assertThat(far.number().range().place()).isEqualTo(0.4);
  }

  @Test
  void quantilesAreARange() {
    AnswerFields quantiles =
        new AnswerFields(
            null,
            null,
            List.of(
                new QuantileField(0.05, "Low"),
                new QuantileField(0.5, "Mid"),
                new QuantileField(0.95, "High")));
    AnswerView view =
        view(List.of(), Task.QUANTILE, quantiles, fields("Low", -3.5, "Mid", 1.0, "High", 10.5));

    assertThat(view.number().name()).isEqualTo("Mid");
    assertThat(view.number().text()).isEqualTo("1 kEUR");
    assertThat(view.number().range().low()).isEqualTo("−3.500");
    assertThat(view.number().range().high()).isEqualTo("10.50");
    assertThat(view.number().range().words()).isEqualTo("With a likelihood of 90% between");
    assertThat(view.fields()).containsOnlyKeys("Low", "High");
  }

  @Test
  void whatNobodyHasDescribedIsATable() {
    AnswerView view =
        view(List.of(), Task.REGRESSION, null, fields("Name", "x", "Size", 2.5, "All", List.of(1)));

    assertThat(view.words()).isEqualTo("2.5");
    assertThat(view.number()).isNull();
    assertThat(view.fields()).containsEntry("All", "[1]").containsOnlyKeys("Name", "Size", "All");
  }

  @Test
  void anAnswerWithoutItsNumberIsATableToo() {
    AnswerFields number = new AnswerFields(null, "Price", List.of());
    assertThat(view(List.of(), Task.REGRESSION, number, fields("Price", "unknown")).number())
        .isNull();
  }
}
