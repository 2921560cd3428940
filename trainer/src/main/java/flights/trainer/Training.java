package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.model.FlightFunctions;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.trainer.TrainOptions.Comparison;
import flights.trainer.card.CardFeature;
import flights.trainer.card.CardSplit;
import flights.trainer.card.ModelCard;
import flights.trainer.gate.Gate;
import flights.trainer.gate.Metric;
import flights.trainer.gate.Verdict;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.rehearse.Rehearsal;
import flights.trainer.rehearse.Rehearsed;
import flights.trainer.split.Split;
import flights.trainer.split.Splits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/**
 * From rows to a registered version of a model. What is served has learnt from all rows; what is
 * told about it comes from models that have learnt from a part of them only.
 */
final class Training {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final Path root;
  private final PipelineReader reader;
  private final ModelPackages packages;
  private final ModelRegistry registry;

  /**
   * Trains the pipelines of a program folder.
   *
   * @param root holds {@code resources/pipelines}; data are named relative to it
   */
  Training(SparkSession spark, Path root, ModelPackages packages, ModelRegistry registry) {
    this.spark = spark;
    this.root = root;
    this.reader = new PipelineReader(root.resolve("resources").resolve("pipelines"));
    this.packages = packages;
    this.registry = registry;
  }

  Trained run(TrainOptions options) {
    PipelineSpec spec = reader.spec(options.name());
    Fitting fitting = new Fitting(spec, options.seed());
    FlightFunctions.register(spark);
    try (FeatureRows rows = FeatureRows.read(spark, root, reader, spec, options)) {
      List<Rehearsed> rehearsed = rehearse(spec, fitting, rows, options);
      Verdict verdict = judge(spec, rehearsed.get(0), options);
      PipelineModel model = fitting.fit(rows.rows());
      ModelCard card = card(spec, rows, rehearsed, verdict, options);
      return publish(model, spec, card, verdict);
    }
  }

  private static List<Rehearsed> rehearse(
      PipelineSpec spec, Fitting fitting, FeatureRows rows, TrainOptions options) {
    Rehearsal rehearsal = new Rehearsal(spec, fitting, rows.hash(), options.seed());
    List<Rehearsed> rehearsed = new ArrayList<>();
    for (Split split :
        new Splits(rows.rows(), spec.split(), rows.hash())
            .all(options.testFrom(), options.seed())) {
      boolean compared =
          options.comparison() == Comparison.EVERY_SPLIT
              || options.comparison() == Comparison.FIRST_SPLIT && rehearsed.isEmpty();
      rehearsed.add(rehearsal.of(split, compared));
    }
    return rehearsed;
  }

  private Verdict judge(PipelineSpec spec, Rehearsed rehearsed, TrainOptions options) {
    Verdict verdict =
        new Gate(registry, packages, new Metric(spec.evaluate().decideBy()))
            .judge(spec.name(), rehearsed);
    return options.promote() && !verdict.promoted()
        ? new Verdict(true, "promoted by --promote although " + verdict.reason())
        : verdict;
  }

  private ModelCard card(
      PipelineSpec spec,
      FeatureRows rows,
      List<Rehearsed> rehearsed,
      Verdict verdict,
      TrainOptions options) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<CardSplit> splits = rehearsed.stream().map(Rehearsed::told).toList();
    List<CardFeature> features =
        spec.inputSchema().stream()
            .filter(field -> !field.name().equals(spec.idColumn()))
            .map(field -> new CardFeature(field.name(), null))
            .toList();
    return new ModelCard(
        spec.name(),
        VERSION.format(now),
        now,
        Commit.of(root),
        options.seed(),
        rows.data(),
        features,
        splits,
        verdict.reason(),
        spec.notes());
  }

  private Trained publish(PipelineModel model, PipelineSpec spec, ModelCard card, Verdict verdict) {
    ModelVersion version =
        new Publishing(spark, packages, registry)
            .publish(new ModelPackage(model, spec.config(), card.toMap()), card);
    if (verdict.promoted()) {
      registry.promote(version.name(), version.version(), verdict.reason());
    }
    return new Trained(version, card, verdict);
  }
}
