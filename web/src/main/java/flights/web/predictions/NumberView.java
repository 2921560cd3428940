package flights.web.predictions;

import flights.core.card.AnswerFields;
import flights.core.card.ErrorBin;
import flights.core.card.ModelCard;
import flights.core.card.QuantileField;
import flights.core.card.SignificantDigits;
import java.util.List;
import java.util.Map;

/**
 * A predicted number and the range in which the true one is likely to lie: between the model's own
 * quantiles, or else as far off as the model was on the rows that it was tested on.
 *
 * @param name the field of the answer
 * @param text the number with its unit
 * @param range null when nothing is known of it
 */
public record NumberView(String name, String text, Range range) {

  /**
   * A range.
   *
   * @param place of the number between the ends, from 0 to 1
   * @param words how sure it is
   */
  public record Range(String low, String high, double place, String words) {}

  /** Null when the card does not tell which field is the number, or the answer lacks it. */
  static NumberView of(ModelCard card, Map<String, Object> outputs) {
    if (card == null || card.answer() == null) {
      return null;
    }
    AnswerFields fields = card.answer();
    List<QuantileField> quantiles = fields.quantiles();
    String name =
        fields.number() != null || quantiles.isEmpty()
            ? fields.number()
            : quantiles.get(quantiles.size() / 2).field();
    Double number = number(name, outputs);
    if (number == null) {
      return null;
    }
    Range range = quantiles.size() > 1 ? between(quantiles, number, outputs) : around(card, number);
    String unit = card.unit() == null ? "" : " " + card.unit();
    return new NumberView(name, AnswerView.text(number) + unit, range);
  }

  private static Range between(
      List<QuantileField> quantiles, double number, Map<String, Object> outputs) {
    QuantileField first = quantiles.get(0);
    QuantileField last = quantiles.get(quantiles.size() - 1);
    Double low = number(first.field(), outputs);
    Double high = number(last.field(), outputs);
    return low == null || high == null
        ? null
        : range(
            low,
            high,
            number,
            "With a likelihood of %s%% between".formatted(share(last.level() - first.level())));
  }

  /** By the rows for which about the same number was predicted. */
  private static Range around(ModelCard card, double number) {
    if (card.splits().isEmpty()) {
      return null;
    }
    List<ErrorBin> bins = card.splits().get(0).model().evaluation().errors();
    return bins.stream()
        .filter(bin -> number <= bin.to())
        .findFirst()
        .or(() -> bins.stream().reduce((before, last) -> last))
        .map(
            bin ->
                range(
                    number + bin.p10(),
                    number + bin.p90(),
                    number,
                    "By its errors in tests, with a likelihood of 80% between"))
        .orElse(null);
  }

  private static Range range(double low, double high, double number, String words) {
    double place = high > low ? (number - low) / (high - low) : 0.5;
    return new Range(text(low), text(high), Math.max(0, Math.min(1, place)), words);
  }

  private static String share(double share) {
    return SignificantDigits.text(100 * share).replaceFirst("\\.?0+$", "");
  }

  private static String text(double value) {
    return SignificantDigits.text(value).replace('-', '\u2212');
  }

  private static Double number(String field, Map<String, Object> outputs) {
    return field != null && outputs.get(field) instanceof Number number
        ? number.doubleValue()
        : null;
  }
}
