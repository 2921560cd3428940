package flights.trainer.pipeline;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.Series;
import flights.core.text.ClosestName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks whether what a request asks, what an answer tells and the series fit together. */
final class ContractChecks {

  private static final Pattern NAME_PLACE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_]+");
  private static final Set<String> OWN_FIELDS =
      Set.of("_id", "model", "version", "points", "year", "month");
  private static final int MOST_DIGITS = 9;

  private final PipelineSpec spec;
  private final DescribedKeys keys;
  private final Map<String, Field> fields;

  ContractChecks(PipelineSpec spec, DescribedKeys keys) {
    this.spec = spec;
    this.keys = keys;
    this.fields = spec.fields();
  }

  void all() {
    spec.inputSchema().stream().filter(it -> it.from() != null).forEach(this::derived);
    output();
    if (spec.series() != null) {
      series(spec.series());
    }
  }

  private void derived(Field field) {
    String key = "input_schema: from, of " + field.name() + ", ";
    if (field.type() != FieldType.INTEGER) {
      throw keys.fault(key + "needs the type integer");
    }
    if (field.from().field() == null || field.from().part() == null) {
      throw keys.fault(key + "needs the keys field and part, such as {field: date, part: year}");
    }
    known(field.from().field(), fields.keySet(), key + "names", "which input_schema has not");
    Field source = fields.get(field.from().field());
    if (source.type() != FieldType.DATE) {
      throw keys.fault(key + "names " + source.name() + ", which is no date");
    }
  }

  private void output() {
    Set<Double> levels = new HashSet<>();
    spec.output()
        .forEach(
            (name, output) -> {
              String key = "output: " + name + ": ";
              if (output instanceof OutputSpec.ErrorQuantile quantile) {
                quantile(key, quantile);
                if (!levels.add(quantile.level())) {
                  throw keys.fault(key + "there is another output of this error_quantile");
                }
              } else if (output instanceof OutputSpec.Unseen unseen) {
                unseen(key, unseen);
              }
            });
  }

  private void quantile(String key, OutputSpec.ErrorQuantile quantile) {
    if (!(quantile.level() > 0 && quantile.level() < 1)) {
      throw keys.fault(key + "error_quantile needs a level over 0 and under 1");
    }
    String predicted = spec.evaluated().expected();
    if (!quantile.of().equals(predicted)) {
      throw keys.fault(
          key
              + "of names "
              + quantile.of()
              + (predicted == null
                  ? ", but evaluate names no predicted number whose errors are known"
                  : ", but only the errors of " + predicted + " are known"));
    }
    if (!spec.evaluated().quantiles().isEmpty()) {
      throw keys.fault(key + "the model says quantiles by itself (evaluate: quantiles)");
    }
    for (Double bound : new Double[] {quantile.atLeast(), quantile.atMost()}) {
      if (bound != null && !Double.isFinite(bound)) {
        throw keys.fault(key + "at_least and at_most need a number");
      }
    }
    Integer digits = quantile.digits();
    if (digits != null && (digits < 0 || digits > MOST_DIGITS)) {
      throw keys.fault(key + "digits is " + digits + ", outside 0 to " + MOST_DIGITS);
    }
  }

  private void unseen(String key, OutputSpec.Unseen unseen) {
    List<String> indexed = IndexedFields.of(spec.stages());
    for (String field : unseen.fields()) {
      known(field, fields.keySet(), key + "unseen names", "which input_schema has not");
      known(
          field,
          indexed,
          key + "unseen names",
          "which no stage StringIndexer with handleInvalid: keep takes");
    }
  }

  private void series(Series series) {
    if (series.by().isEmpty()) {
      throw keys.fault("the key series: by is missing");
    }
    keys.need("series: year", series.year());
    keys.need("series: month", series.month());
    keys.need("series: value", series.value());
    keys.need("series: history", series.history());
    for (String field : series.asked()) {
      known(field, fields.keySet(), "series names", "which input_schema has not");
    }
    for (String field : series.by()) {
      if (OWN_FIELDS.contains(field)) {
        throw keys.fault("series: by cannot name " + field + ", which the history has for itself");
      }
    }
    for (String field : List.of(series.year(), series.month())) {
      if (fields.get(field).type() != FieldType.INTEGER) {
        throw keys.fault("series names " + field + ", which is not of the type integer");
      }
    }
    for (String field : new String[] {series.value(), series.low(), series.high()}) {
      if (field != null) {
        known(field, spec.output().keySet(), "series names", "which output has not");
      }
    }
    series.names().forEach((field, place) -> names(field, place, series.by()));
  }

  private void names(String field, String place, List<String> by) {
    known(field, by, "series: names has", "which series: by has not");
    if (!NAME_PLACE.matcher(place).matches()) {
      throw keys.fault(
          "series: names: "
              + field
              + " is "
              + place
              + ", not a collection and a field, such as"
              + " stores.name");
    }
  }

  private void known(String name, Collection<String> known, String key, String whatIsWrong) {
    if (!known.contains(name)) {
      throw keys.fault(key + " " + name + ", " + whatIsWrong + ClosestName.hint(name, known));
    }
  }
}
