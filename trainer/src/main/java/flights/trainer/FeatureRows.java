package flights.trainer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import flights.core.card.CardData;
import flights.core.contract.Field;
import flights.core.drift.FieldShape;
import flights.model.domain.InputRows;
import flights.trainer.pipeline.PipelineException;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import flights.trainer.split.RowHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows that a pipeline learns from.
 *
 * @param rows cached
 * @param hash of what a request says and of the truth
 */
record FeatureRows(Dataset<Row> rows, RowHash hash, CardData data) implements AutoCloseable {

  /**
   * Reads them.
   *
   * @param before sources of the champion that are read too; empty for none
   */
  static FeatureRows read(
      SparkSession spark,
      Path root,
      PipelineReader reader,
      PipelineSpec spec,
      TrainOptions options,
      List<String> before) {
    String path = path(root, spec, options);
    List<String> sources = new ArrayList<>(before);
    sources.remove(source(spec, options));
    List<String> paths = new ArrayList<>(sources.stream().map(it -> path(root, spec, it)).toList());
    sources.add(source(spec, options));
    paths.add(path);
    try (InputRows raw = RawData.read(spark, spec, paths);
        CleanRows clean = CleanRows.of(raw, reader, spec, path)) {
      Dataset<Row> prepared =
          Preparation.prepare(clean.rows(), clean.table(), reader.sql(spec.name()));
      RowHash hash = hash(spec, prepared);
      Dataset<Row> rows = sample(prepared, hash, options).cache();
      long count = rows.count();
      if (count == 0) {
        throw new PipelineException(path + ": prepare.sql leaves no rows to learn from");
      }
      String shown = options.data() == null ? spec.data() : options.data();
      if (sources.size() > 1) {
        shown += " and " + String.join(", ", sources.subList(0, sources.size() - 1));
      }
      CardData data = data(rows, spec, shown, sources, raw.format(), count, clean.dropped());
      List<FieldShape> shapes = FieldDistributions.of(rows, spec, hash, count, options.seed());
      return new FeatureRows(
          rows, hash, data.with(shapes, FieldCoverages.of(rows, shapes, spec.split().time())));
    }
  }

  @Override
  public void close() {
    rows.unpersist();
  }

  /** Throws IllegalArgumentException that says how to name data when nothing does. */
  private static String path(Path root, PipelineSpec spec, TrainOptions options) {
    if (options.data() != null) {
      return options.data();
    }
    if (spec.data() == null) {
      String note = spec.dataNote() == null ? "" : "; " + spec.dataNote();
      throw new IllegalArgumentException(
          "%1$s names no data of its own: ./flights train %1$s --data FILE".formatted(spec.name())
              + note);
    }
    return path(root, spec, spec.data());
  }

  /** As a card keeps it: the data that come with a pipeline move with the program. */
  private static String source(PipelineSpec spec, TrainOptions options) {
    if (options.data() == null || options.data().equals(spec.data())) {
      return spec.data();
    }
    Path local = Path.of(options.data());
    return Files.exists(local) ? local.toAbsolutePath().toString() : options.data();
  }

  private static String path(Path root, PipelineSpec spec, String source) {
    return source.equals(spec.data()) ? root.resolve(source).toUri().toString() : source;
  }

  private static Dataset<Row> sample(Dataset<Row> rows, RowHash hash, TrainOptions options) {
    // Not the seed itself: the same hash splits the rows at random later.
    return options.sample() < 1
        ? rows.where(hash.chooses(options.sample(), ~options.seed()))
        : rows;
  }

  private static RowHash hash(PipelineSpec spec, Dataset<Row> rows) {
    Set<String> told =
        spec.inputSchema().stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
    told.add(spec.label());
    told.retainAll(Arrays.asList(rows.columns()));
    return new RowHash(List.copyOf(told));
  }

  private static CardData data(
      Dataset<Row> rows,
      PipelineSpec spec,
      String path,
      List<String> sources,
      String format,
      long count,
      Map<String, Long> dropped) {
    String time = spec.split().time();
    if (time == null) {
      return new CardData(path, sources, format, count, null, null, dropped, null, null);
    }
    Row period = rows.select(min(col(time)), max(col(time))).first();
    return new CardData(
        path,
        sources,
        format,
        count,
        String.valueOf(period.get(0)),
        String.valueOf(period.get(1)),
        dropped,
        null,
        null);
  }
}
