package flights.trainer;

import flights.core.build.Commit;
import flights.core.card.CardData;
import flights.core.card.CardFeature;
import flights.core.card.CardSplit;
import flights.core.card.FittedStage;
import flights.core.card.ModelCard;
import flights.core.contract.ModelConfig;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.domain.Domains;
import flights.model.progress.Progress;
import flights.model.progress.Stage;
import flights.model.progress.Watcher;
import flights.trainer.answer.Answering;
import flights.trainer.card.FittedStages;
import flights.trainer.card.StageParameters;
import flights.trainer.gate.Gate;
import flights.trainer.gate.KeptRows;
import flights.trainer.gate.Verdict;
import flights.trainer.holdout.HoldoutEvaluation;
import flights.trainer.holdout.HoldoutResult;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.series.HistoryWriting;
import flights.trainer.series.SeriesRows;
import flights.trainer.split.Split;
import flights.trainer.split.Splits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/**
 * From rows to a registered version of a model. What is served has learnt from all rows; what is
 * told about it comes from models that have learnt from a part of them only.
 */
final class Training {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final String READING = "reading";
  private static final String JUDGING = "comparing with the champion";
  private static final String FITTING = "fitting to all rows";
  private static final String RANGES = "measuring ranges";
  private static final String WRITING = "writing and trying the package";

  private final SparkSession spark;
  private final Path root;
  private final PipelineReader reader;
  private final ModelPackages packages;
  private final Store store;
  private final ModelRegistry registry;
  private final Watcher watcher;

  /** Trains as below, with nobody who watches. */
  Training(SparkSession spark, Path root, ModelPackages packages, Store store) {
    this(spark, root, packages, store, Watcher.NOBODY);
  }

  /**
   * Trains the pipelines of a program folder.
   *
   * @param root holds {@code resources/pipelines}; data are named relative to it
   */
  Training(SparkSession spark, Path root, ModelPackages packages, Store store, Watcher watcher) {
    this.spark = spark;
    this.root = root;
    this.reader = new PipelineReader(root.resolve("resources").resolve("pipelines"));
    this.packages = packages;
    this.store = store;
    this.registry = new ModelRegistry(store.database());
    this.watcher = watcher;
  }

  Trained run(TrainOptions options) {
    PipelineSpec spec = reader.spec(options.name());
    Fitting fitting = new Fitting(spec, options.seed());
    Domains.found().registerFunctions(spark);
    try (Progress progress = Progress.onConsole(spark, watcher, plan(spec, options));
        FeatureRows rows = progress.stage(READING, () -> read(spec, options, progress))) {
      HoldoutEvaluation holdout =
          new HoldoutEvaluation(
              spec, fitting, rows.hash(), options.seed(), options.comparesWithAll(), progress);
      List<HoldoutResult> results = new ArrayList<>();
      for (Split split : splits(spec, rows, options)) {
        results.add(holdout.of(split, options.comparesOn(results.size())));
      }
      Verdict verdict = progress.stage(JUDGING, () -> judge(spec, results, rows.data(), options));
      KeptRows kept = KeptRows.of(results.get(0), rows.hash(), options.seed());
      PipelineModel model = progress.stage(FITTING, () -> fitting.fit(rows.rows()));
      Fitted fitted = progress.stage(RANGES, () -> fitted(spec, model, results));
      ModelCard card =
          card(spec, rows, fitted, FittedStages.of(model, rows.rows()), verdict, kept, options);
      return progress.stage(
          WRITING, () -> publish(fitted, rows, kept, spec, card, verdict, options));
    }
  }

  /** What is served, how it answers, and what its card tells of the splits. */
  private record Fitted(PipelineModel model, Answering answering, List<CardSplit> splits) {}

  private static Fitted fitted(
      PipelineSpec spec, PipelineModel model, List<HoldoutResult> results) {
    Answering answering = Answering.of(spec, results.get(0));
    return new Fitted(model, answering, answering.covered(results));
  }

  private static Stage[] plan(PipelineSpec spec, TrainOptions options) {
    List<Stage> plan = new ArrayList<>();
    plan.add(new Stage(READING, 3));
    List<String> names = options.evaluated(Splits.names(spec.split()));
    for (int i = 0; i < names.size(); i++) {
      plan.addAll(HoldoutEvaluation.stages(names.get(i), options.comparesOn(i)));
    }
    plan.add(new Stage(JUDGING, 1));
    plan.add(new Stage(FITTING, 2));
    plan.add(new Stage(RANGES, 1));
    plan.add(new Stage(WRITING, 1));
    return plan.toArray(Stage[]::new);
  }

  private FeatureRows read(PipelineSpec spec, TrainOptions options, Progress progress) {
    FeatureRows rows = FeatureRows.read(spark, root, reader, spec, options, before(options));
    progress.rows(rows.data().rows());
    return rows;
  }

  /** What the champion has learnt from, when that is asked for. */
  private List<String> before(TrainOptions options) {
    return Optional.of(options)
        .filter(TrainOptions::withPrevious)
        .flatMap(it -> registry.championVersion(it.name()))
        .flatMap(champion -> registry.card(champion.name(), champion.version()))
        .map(card -> ModelCard.of(card).data())
        .map(data -> data.sources().isEmpty() ? List.of(data.path()) : data.sources())
        .orElse(List.of());
  }

  private static List<Split> splits(PipelineSpec spec, FeatureRows rows, TrainOptions options) {
    return options.evaluated(
        new Splits(rows.rows(), spec.split(), rows.hash()).all(options.testFrom(), options.seed()));
  }

  private Verdict judge(
      PipelineSpec spec, List<HoldoutResult> results, CardData data, TrainOptions options) {
    Verdict verdict =
        new Gate(registry, packages, spec.decideBy(), spec.evaluate().unit())
            .judge(spec.name(), results, data.coverage());
    return options.promotion() == Promotion.ALWAYS && !verdict.better()
        ? verdict.overruled()
        : verdict;
  }

  private ModelCard card(
      PipelineSpec spec,
      FeatureRows rows,
      Fitted fitted,
      List<FittedStage> stages,
      Verdict verdict,
      KeptRows kept,
      TrainOptions options) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<CardFeature> features =
        spec.inputSchema().stream()
            .filter(field -> !field.name().equals(spec.idColumn()))
            .map(field -> new CardFeature(field.name()))
            .toList();
    return new ModelCard(
        spec.name(),
        options.version() == null ? VERSION.format(now) : options.version(),
        now,
        Commit.of(root),
        options.seed(),
        spec.task(),
        spec.label(),
        spec.evaluate().unit(),
        rows.data(),
        features,
        fitted.splits(),
        StageParameters.of(fitted.model()),
        stages,
        fitted.answering().fields(),
        verdict.reason(),
        verdict.better(),
        verdict.champion(),
        kept.figures(),
        notes(spec, fitted));
  }

  private static List<String> notes(PipelineSpec spec, Fitted fitted) {
    Stream<String> event =
        Stream.ofNullable(spec.evaluate().event())
            .map(it -> "Event ROC AUC and Event PR AUC are of this event: " + it.name() + ".");
    return Stream.of(spec.notes().stream(), event, fitted.answering().notes().stream())
        .flatMap(all -> all)
        .toList();
  }

  private Trained publish(
      Fitted fitted,
      FeatureRows rows,
      KeptRows kept,
      PipelineSpec spec,
      ModelCard card,
      Verdict verdict,
      TrainOptions options) {
    ModelConfig config = spec.config(fitted.answering().sql(fitted.model()));
    ModelVersion version =
        new Publishing(spark, packages, registry, new HistoryWriting(store, registry))
            .publish(
                new ModelPackage(fitted.model(), config, card.toMap()),
                kept.rows(),
                card,
                new SeriesRows(rows.rows(), spec.label()));
    boolean promoted = options.promotion().follows(verdict);
    if (promoted) {
      registry.promote(version.name(), version.version(), verdict.reason());
    }
    return new Trained(version, card, verdict, promoted);
  }
}
