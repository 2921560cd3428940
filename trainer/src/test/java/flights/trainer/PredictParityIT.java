package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.drift.FieldShape;
import flights.core.json.Json;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.RowMaps;
import flights.model.Scoring;
import flights.model.SparkTypes;
import flights.model.predict.ServedModels;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In SQL each shipped model says of each row what it says of a request. */
class PredictParityIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PIPELINES = ROOT.resolve("resources/pipelines");
  private static final PipelineReader READER = new PipelineReader(PIPELINES);
  private static final SparkSession SPARK = SparkForTests.forFewRows();

  /** What says how to make data for a pipeline that brings none. */
  private static final Pattern COMMAND = Pattern.compile("\\./flights (demo .*?--to) FILE");

  private static final String MADE_ROWS = "600";
  private static final double SAMPLE_BYTES = 100_000;
  private static final int ROWS = 120;

  @TempDir static Path home;
  private static EmbeddedStore embedded;
  private static Settings settings;
  private static Store store;

  @BeforeAll
  static void open() {
    embedded = EmbeddedStore.inMemory(0);
    settings = Settings.of(Map.of("MONGODB_URI", embedded.uri(), "FLIGHTS_HOME", home.toString()));
    store = Store.open(settings);
    ServedModels.findIn(settings);
  }

  @AfterAll
  static void close() {
    ServedModels.close();
    store.close();
    embedded.close();
  }

  static List<String> pipelines() throws IOException {
    try (Stream<Path> folders = Files.list(PIPELINES)) {
      return folders
          .filter(it -> Files.exists(it.resolve("pipeline.yaml")))
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void predictSaysWhatTheServingOfRequestsSays(String name) throws Exception {
    PipelineSpec spec = READER.spec(name);
    TrainOptions options = options(spec);
    ModelPackages packages = new ModelPackages(settings.modelStore(), new Configuration());
    Trained trained = new Training(SPARK, ROOT, packages, store).run(options);
    Scoring scoring =
        new Scoring(packages.read(trained.version().address()), trained.version().version());
    Dataset<Row> rows = rows(trained, scoring.config());
    rows.createOrReplaceTempView("asked");

    Map<Integer, Row> expected = served(scoring, rows.collectAsList());
    String values =
        asked(scoring.config())
            .map(field -> "'%1$s', %1$s".formatted(field.name()))
            .collect(Collectors.joining(", ", "named_struct(", ")"));
    String call = "select n, predict('%1$s', %2$s) answer, predict_struct('%1$s', %2$s) whole";
    List<Row> predicted = SPARK.sql(call.formatted(name, values) + " from asked").collectAsList();

    assertThat(predicted).hasSize(ROWS);
    int scored = 0;
    for (Row row : predicted) {
      Row request = expected.get(row.<Integer>getAs("n"));
      boolean rejected = request.getAs(Scoring.ERROR) != null;
      scored += rejected ? 0 : 1;
      Object answer = rejected ? null : request.getAs(Scoring.ANSWER);
      assertThat((Object) row.getAs("answer")).as("%s", request).isEqualTo(answer);
      Row document = rejected ? null : request.getAs(Scoring.DOCUMENT);
      assertThat(plain(row.getAs("whole"))).as("%s", request).isEqualTo(plain(document));
    }
    assertThat(scored).isBetween(ROWS / 3, ROWS - 1);
  }

  private static TrainOptions options(PipelineSpec spec) throws Exception {
    List<String> words = new ArrayList<>(List.of("--no-baselines", "--one-split"));
    if (spec.data() == null) {
      words.addAll(List.of("--data", made(spec).toString()));
    } else {
      double share = SAMPLE_BYTES / size(ROOT.resolve(spec.data()));
      words.addAll(List.of("--sample", String.format(Locale.ROOT, "%.3f", Math.min(1, share))));
    }
    return TrainOptions.of(spec.name(), words.toArray(String[]::new));
  }

  private static long size(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** By the command that its pipeline names. */
  private static Path made(PipelineSpec spec) throws Exception {
    Matcher command = COMMAND.matcher(spec.dataNote());
    assertThat(command.find()).as("data_note of %s names a command", spec.name()).isTrue();
    Path file = home.resolve(spec.name() + ".csv");
    List<String> words = new ArrayList<>(List.of(ROOT.resolve("flights").toString()));
    words.addAll(List.of(command.group(1).split(" ")));
    words.addAll(List.of(file.toString(), "--rows", MADE_ROWS));
    Path log = home.resolve(spec.name() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    // Set, it keeps the script from building what is being tested.
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    builder.environment().put("MONGODB_URI", embedded.uri());
    builder.environment().put("FLIGHTS_HOME", home.toString());
    assertThat(builder.start().waitFor()).as(() -> text(log)).isZero();
    return file;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** As in the training; in some a value is missing, and in some it is one that nobody knows. */
  private static Dataset<Row> rows(Trained trained, ModelConfig config) {
    Map<String, FieldShape> shapes =
        trained.card().data().shapes().stream()
            .collect(Collectors.toMap(FieldShape::name, shape -> shape));
    List<Field> fields = asked(config).toList();
    StructType schema = new StructType().add("n", DataTypes.IntegerType);
    for (Field field : fields) {
      schema = schema.add(field.name(), SparkTypes.of(field.type()));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Object[] values = new Object[fields.size() + 1];
      values[0] = i;
      int changed = i / 3 % fields.size();
      for (int j = 0; j < fields.size(); j++) {
        Field field = fields.get(j);
        Object usual = usual(field.type(), shapes.get(field.name()), config, field.name(), i + j);
        boolean isMissing = i % 3 == 1 && j == changed;
        boolean isOdd = i % 3 == 2 && j == changed;
        values[j + 1] = isMissing ? null : isOdd ? odd(field.type(), usual, i) : usual;
      }
      rows.add(RowFactory.create(values));
    }
    // By tasks: what is in a local relation Spark scores on the driver.
    return SPARK.createDataFrame(rows, schema).repartition(2);
  }

  private static Object usual(
      FieldType type, FieldShape shape, ModelConfig config, String name, int i) {
    String example = Objects.toString(config.example().get(name), null);
    return switch (type) {
      case STRING ->
          shape != null && !shape.values().isEmpty()
              ? shape.values().get(i % shape.values().size())
              : example == null ? null : example.substring(i % example.length());
      case INTEGER, NUMBER -> {
        boolean isShaped = shape != null && !shape.edges().isEmpty();
        Double number = isShaped ? shape.edges().get(i % shape.edges().size()) : null;
        Double value = number != null || example == null ? number : Double.valueOf(example);
        yield value == null || type == FieldType.NUMBER ? value : (Object) value.intValue();
      }
      case BOOLEAN -> i % 2 == 0;
      case DATE -> example == null ? null : LocalDate.parse(example).plusDays(i);
      case TIMESTAMP -> Instant.EPOCH.plus(Duration.ofHours(i));
    };
  }

  private static Object odd(FieldType type, Object usual, int i) {
    return switch (type) {
      case STRING -> "?" + i;
      case INTEGER -> i % 2 == 0 ? -i : i;
      case NUMBER -> i % 2 == 0 ? Double.NaN : i + 0.25;
      default -> usual;
    };
  }

  private static Stream<Field> asked(ModelConfig config) {
    return config.inputSchema().stream().filter(it -> !it.name().equals(config.idColumn()));
  }

  /** What the rows are answered as requests, by their numbers. */
  private static Map<Integer, Row> served(Scoring scoring, List<Row> rows) {
    StructType message = new StructType().add(Scoring.VALUE, DataTypes.BinaryType);
    List<Row> requests =
        rows.stream()
            .map(row -> RowFactory.create((Object) request(row, scoring.config())))
            .toList();
    List<Row> answers = scoring.answer(SPARK.createDataFrame(requests, message)).collectAsList();
    return IntStream.range(0, rows.size())
        .boxed()
        .collect(Collectors.toMap(i -> rows.get(i).getAs("n"), answers::get));
  }

  private static byte[] request(Row row, ModelConfig config) {
    Map<String, Object> request = RowMaps.of(row);
    request.remove("n");
    request.put(config.idColumn(), "predict");
    return Json.bytes(request);
  }

  private static Map<String, Object> plain(Row document) {
    if (document == null) {
      return null;
    }
    Map<String, Object> fields = RowMaps.of(document);
    fields.remove("ScoredAt");
    return fields;
  }
}
