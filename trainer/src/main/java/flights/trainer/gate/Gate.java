package flights.trainer.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import flights.core.card.CardMetric;
import flights.core.card.CardSplit;
import flights.core.card.Evaluation;
import flights.core.card.FieldCoverage;
import flights.core.card.ModelCard;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.PackageException;
import flights.trainer.holdout.HoldoutResult;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares a new model with the champion on the same rows, which were held back from the new one.
 * Where both have been evaluated on the very same rows, held back from both, those figures decide.
 * Else the champion is tried on rows outside the period that it was trained on, when there are
 * enough of them. Else it may have seen some of the rows: that can only be to its own advantage.
 */
public final class Gate {

  private static final long ENOUGH = 500;

  private final ModelRegistry registry;
  private final ModelPackages packages;
  private final CardMetric metric;
  private final String unit;

  /**
   * A gate that goes by one metric.
   *
   * @param unit of a predicted number; null for none
   */
  public Gate(ModelRegistry registry, ModelPackages packages, CardMetric metric, String unit) {
    this.registry = registry;
    this.packages = packages;
    this.metric = metric;
    this.unit = unit;
  }

  /**
   * Judges a candidate that has been evaluated.
   *
   * @param results of its splits, the one that decides first; but where both have been evaluated on
   *     the same rows after learning from stale ones, that decides, since a model is asked like
   *     that
   * @param coverage what the candidate has learnt from
   */
  public Verdict judge(String name, List<HoldoutResult> results, List<FieldCoverage> coverage) {
    if (registry.champion(name).isEmpty()) {
      return new Verdict(true, null, "the first version");
    }
    return registry
        .championVersion(name)
        .map(champion -> against(champion, results, coverage))
        .orElseGet(() -> new Verdict(true, null, "the champion is no longer registered"));
  }

  /** Better figures are not enough: rows of a few weeks can be easier than those of a year. */
  private Verdict against(
      ModelVersion champion, List<HoldoutResult> results, List<FieldCoverage> coverage) {
    Optional<ModelCard> card =
        registry.card(champion.name(), champion.version()).map(ModelCard::of);
    HoldoutResult candidate =
        results.stream()
            .filter(result -> result.split().stale())
            .filter(result -> card.flatMap(it -> evaluatedOn(it, result)).isPresent())
            .findFirst()
            .orElse(results.get(0));
    Verdict verdict = byFigures(champion, card, candidate);
    if (!verdict.better() || card.isEmpty()) {
      return verdict;
    }
    return lost(card.get(), coverage)
        .or(() -> worseOnKept(champion, card.get(), candidate))
        .map(verdict::but)
        .orElse(verdict);
  }

  private static Optional<CardSplit> evaluatedOn(ModelCard champion, HoldoutResult candidate) {
    return champion.evaluatedOn(candidate.split().name(), candidate.figures().fingerprint());
  }

  private static Optional<String> lost(ModelCard champion, List<FieldCoverage> coverage) {
    return champion.data() == null
        ? Optional.empty()
        : LostCoverage.of(champion.data().coverage(), coverage)
            .map(lost -> "it has learnt from less: " + lost);
  }

  /** On rows that the champion was judged by. */
  private Optional<String> worseOnKept(
      ModelVersion champion, ModelCard card, HoldoutResult candidate) {
    Double present = card.judged() == null ? null : metric.value(card.judged().metrics());
    Optional<Dataset<Row>> rows =
        present == null ? Optional.empty() : packages.rows(champion.address());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Double ours;
    try {
      Evaluation evaluation =
          candidate.evaluator().evaluate(candidate.model().transform(rows.get()));
      ours = metric.value(evaluation.metrics());
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare; rows of another pipeline do not
      // fit.
      return Optional.empty();
    }
    return ours == null || !metric.isMuchWorse(ours, present)
        ? Optional.empty()
        : Optional.of(
            "on %,d rows that %s was judged by it reaches %s and not %s"
                .formatted(
                    card.judged().rows(),
                    champion.version(),
                    metric.exactText(ours),
                    metric.exactText(present)));
  }

  private Verdict byFigures(
      ModelVersion champion, Optional<ModelCard> card, HoldoutResult candidate) {
    Optional<Evaluation> known =
        card.flatMap(it -> evaluatedOn(it, candidate))
            .map(split -> split.model().evaluation())
            .filter(evaluation -> metric.value(evaluation.metrics()) != null);
    if (known.isPresent()) {
      return compare(candidate.evaluation(), known.get(), champion, "held back from both");
    }
    try {
      return tried(champion, card, candidate);
    } catch (PackageException e) {
      return new Verdict(
          true,
          champion.version(),
          "the champion " + champion.version() + " cannot be read any more");
    }
  }

  private Verdict tried(ModelVersion champion, Optional<ModelCard> card, HoldoutResult candidate) {
    ModelPackage model = packages.read(champion.address());
    Dataset<Row> test = candidate.split().test();
    Optional<Dataset<Row>> unseen =
        card.flatMap(c -> outside(c, candidate))
            .map(test::where)
            .filter(rows -> rows.limit((int) ENOUGH).count() == ENOUGH);
    Dataset<Row> rows = unseen.orElse(test);
    Evaluation theirs;
    try {
      theirs = candidate.evaluator().evaluate(model.pipeline().transform(rows));
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      return new Verdict(
          false,
          champion.version(),
          "the champion " + champion.version() + " cannot be tried on these rows");
    }
    Evaluation ours =
        unseen.isPresent()
            ? candidate.evaluator().evaluate(candidate.model().transform(rows))
            : candidate.evaluation();
    return compare(
        ours,
        theirs,
        champion,
        unseen.isPresent() ? "new to both" : "some of which the champion may know");
  }

  private static Optional<Column> outside(ModelCard champion, HoldoutResult candidate) {
    String time = candidate.timeColumn();
    if (time == null || champion.data() == null || champion.data().from() == null) {
      return Optional.empty();
    }
    Column told = col(time).cast("string");
    return Optional.of(not(told.between(lit(champion.data().from()), lit(champion.data().to()))));
  }

  private Verdict compare(Evaluation ours, Evaluation theirs, ModelVersion champion, String which) {
    Double candidate = metric.value(ours.metrics());
    Double present = metric.value(theirs.metrics());
    if (candidate == null || present == null) {
      return new Verdict(
          false,
          champion.version(),
          "%s cannot be told of these rows".formatted(metric.words(unit)));
    }
    boolean better = metric.isBetter(candidate, present);
    return new Verdict(
        better,
        champion.version(),
        "%s %s is %s %s of %s, on the same %,d rows, %s"
            .formatted(
                metric.words(unit),
                metric.exactText(candidate),
                better ? "better than" : "no better than",
                metric.exactText(present),
                champion.version(),
                ours.rows(),
                which));
  }
}
