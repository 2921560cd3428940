package flights.trainer.answer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import flights.core.card.AnswerFields;
import flights.core.card.CardSplit;
import flights.core.card.Evaluation;
import flights.core.card.QuantileField;
import flights.trainer.card.AnsweredFields;
import flights.trainer.evaluate.NumberErrors;
import flights.trainer.holdout.HoldoutResult;
import flights.trainer.pipeline.OutputSpec;
import flights.trainer.pipeline.OutputSpec.ErrorQuantile;
import flights.trainer.pipeline.OutputSpec.Sql;
import flights.trainer.pipeline.OutputSpec.Unseen;
import flights.trainer.pipeline.PipelineSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a model answers: what its description leaves open until it is fitted and evaluated, made into
 * SQL. The ends of ranges come from the errors on the rows of the most telling split.
 */
public final class Answering {

  private final PipelineSpec spec;
  private final HoldoutResult measured;
  private final Map<String, String> ends = new LinkedHashMap<>();

  private Answering(PipelineSpec spec, HoldoutResult measured) {
    this.spec = spec;
    this.measured = measured;
  }

  /**
   * Measures the errors, where the description asks for ranges.
   *
   * @param measured the most telling of the splits
   */
  public static Answering of(PipelineSpec spec, HoldoutResult measured) {
    Answering answering = new Answering(spec, measured);
    List<String> ranges = answering.fields(ErrorQuantile.class);
    if (!ranges.isEmpty()) {
      NumberErrors errors =
          answering.onScored(measured, rows -> NumberErrors.of(rows, spec.evaluated()));
      for (String field : ranges) {
        ErrorQuantile quantile = (ErrorQuantile) spec.output().get(field);
        answering.ends.put(
            field, new ErrorCurve(quantile, errors.quantile(quantile.level())).sql());
      }
    }
    return answering;
  }

  /** The SQL of each field of an answer. */
  public Map<String, String> sql(PipelineModel model) {
    Map<String, String> sql = new LinkedHashMap<>();
    spec.output()
        .forEach(
            (field, output) ->
                sql.put(
                    field,
                    output instanceof Sql plain
                        ? plain.text()
                        : output instanceof Unseen unseen
                            ? UnseenValues.sql(unseen.fields(), model)
                            : ends.get(field)));
    return sql;
  }

  /** Which field of an answer holds what. */
  public AnswerFields fields() {
    Map<String, String> plain = new LinkedHashMap<>();
    spec.output()
        .forEach(
            (field, output) -> {
              if (output instanceof Sql sql) {
                plain.put(field, sql.text());
              }
            });
    AnswerFields found = AnsweredFields.of(spec.evaluated(), plain);
    return new AnswerFields(
        found.probabilities(),
        found.number(),
        ends.isEmpty() ? found.quantiles() : quantiles(),
        fields(Unseen.class).stream().findFirst().orElse(null));
  }

  /**
   * The splits for the card. In those whose rows the ends do not come from, it is told how many
   * true numbers lie under them and between them.
   */
  public List<CardSplit> covered(List<HoldoutResult> results) {
    return results.stream()
        .map(result -> ends.isEmpty() || result == measured ? result.figures() : covered(result))
        .toList();
  }

  /** What is to be known of the ranges, whole sentences. */
  public List<String> notes() {
    return ends.isEmpty()
        ? List.of()
        : List.of(
            "%s: by the errors on the rows of the %s."
                .formatted(String.join(" and ", ends.keySet()), measured.split().name()));
  }

  private CardSplit covered(HoldoutResult result) {
    return result.figures().ranged(onScored(result, this::coverage));
  }

  private Evaluation coverage(Dataset<Row> scored) {
    Dataset<Row> ranged = scored;
    List<QuantileField> columns = new ArrayList<>();
    for (QuantileField quantile : quantiles()) {
      String column = "range_" + columns.size();
      ranged = ranged.withColumn(column, expr(ends.get(quantile.field())));
      columns.add(new QuantileField(quantile.level(), column));
    }
    return NumberErrors.coverage(ranged, spec.evaluated(), columns);
  }

  private List<QuantileField> quantiles() {
    return ends.keySet().stream()
        .map(field -> new QuantileField(((ErrorQuantile) spec.output().get(field)).level(), field))
        .sorted(Comparator.comparingDouble(QuantileField::level))
        .toList();
  }

  private List<String> fields(Class<? extends OutputSpec> kind) {
    return spec.output().entrySet().stream()
        .filter(it -> kind.isInstance(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Looks at the true and the predicted numbers of a split's test rows, more than once. */
  private <T> T onScored(HoldoutResult result, Function<Dataset<Row>, T> look) {
    Column[] numbers =
        Stream.of(spec.evaluated().label(), spec.evaluated().number(), spec.evaluated().expected())
            .distinct()
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new);
    Dataset<Row> scored = result.model().transform(result.split().test()).select(numbers).cache();
    try {
      return look.apply(scored);
    } finally {
      scored.unpersist();
    }
  }
}
