package flights.web.predictions;

import flights.core.card.AnswerFields;
import flights.core.json.Json;
import flights.web.answers.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer of any model, drawn by its task: classes as bars, a number with its range, and the
 * other fields in a table. Of a version whose card does not tell its fields it is seen what they
 * look like.
 *
 * @param words what is said first; null when there is nothing to be said in a word
 * @param bars one a class; empty when the model has no classes, or does not tell how likely each is
 * @param number null when no number is known to be the answer
 * @param fields the other outputs, in words
 */
public record AnswerView(
    String model,
    String id,
    String words,
    List<Bar> bars,
    NumberView number,
    Map<String, String> fields,
    String version) {

  private static final String VERSION = "ModelVersion";

  /** A class and how likely it is. */
  public record Bar(String label, double probability, boolean chosen) {}

  static AnswerView of(ServedModel model, Answer answer) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    model.config().output().keySet().stream()
        .filter(answer.fields()::containsKey)
        .forEach(name -> outputs.put(name, answer.fields().get(name)));
    List<Bar> bars = bars(model, outputs);
    NumberView number = NumberView.of(model.card(), outputs);
    if (number != null) {
      outputs.remove(number.name());
    }
    String words =
        bars.isEmpty()
            ? number == null ? firstNumber(outputs) : null
            : bars.stream().filter(Bar::chosen).map(Bar::label).findFirst().orElse(null);
    Map<String, String> fields = new LinkedHashMap<>();
    outputs.forEach((name, value) -> fields.put(name, text(value)));
    Object version = answer.fields().get(VERSION);
    return new AnswerView(
        model.name(),
        answer.id(),
        words,
        bars,
        number,
        fields,
        version == null ? "" : version.toString());
  }

  /** Takes what are the probabilities of the classes out of the outputs. */
  private static List<Bar> bars(ServedModel model, Map<String, Object> outputs) {
    List<String> labels = model.config().outputLabels();
    if (labels == null || labels.isEmpty()) {
      return List.of();
    }
    AnswerFields known = model.card() == null ? null : model.card().answer();
    for (Map.Entry<String, Object> output : outputs.entrySet()) {
      boolean isUntold = known == null || known.probabilities() == null;
      if ((isUntold || output.getKey().equals(known.probabilities()))
          && output.getValue() instanceof List<?> list
          && list.size() == labels.size()
          && list.stream().allMatch(Number.class::isInstance)) {
        outputs.remove(output.getKey());
        return bars(labels, list.stream().map(it -> ((Number) it).doubleValue()).toList());
      }
    }
    return List.of();
  }

  private static List<Bar> bars(List<String> labels, List<Double> shares) {
    double most = shares.stream().mapToDouble(it -> it).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      bars.add(new Bar(labels.get(i), shares.get(i), i == shares.indexOf(most)));
    }
    return bars;
  }

  private static String firstNumber(Map<String, Object> outputs) {
    return outputs.values().stream()
        .filter(Number.class::isInstance)
        .findFirst()
        .map(AnswerView::text)
        .orElse(null);
  }

  static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      String text = String.format(Locale.US, "%,.4f", ((Number) value).doubleValue());
      return text.replaceFirst("\\.?0+$", "").replace('-', '\u2212');
    }
    return value instanceof Map || value instanceof Collection
        ? Json.write(value)
        : String.valueOf(value);
  }
}
