package flights.core.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Everything that can be set from outside: one environment variable each, with its default and its
 * meaning. All are read and checked at once, so that a bad value stops a process at its start.
 */
public final class Settings {

  private static final String HEAP = "\\d+[mMgG]";
  private static final String HEAP_EXPECTED = "a heap size such as 512m or 2g";

  private static final String MODEL_NAME = "[a-z0-9][a-z0-9-]{0,63}";

  private static final Setting<String> HOME =
      new Setting<>("FLIGHTS_HOME", "./var", "Folder for all data of this machine.", Kind.text());
  private static final Setting<String> MODEL =
      new Setting<>(
          "FLIGHTS_MODEL",
          "flight-delay",
          "The model that commands and pages use when none is named.",
          Kind.matching(MODEL_NAME, "a name of small letters, digits and hyphens"));
  private static final Setting<List<String>> MODELS =
      new Setting<>(
          "FLIGHTS_MODELS",
          "",
          "the one in `FLIGHTS_MODEL`",
          "Models that one predictor serves, separated by commas" + " (`flight-delay,sentiment`).",
          Kind.names(MODEL_NAME, "names of small letters, digits and hyphens"));
  private static final Setting<List<String>> STREAMS =
      new Setting<>(
          "FLIGHTS_STREAMS",
          "",
          "none",
          "Folders in `resources/streams`, separated by commas, whose statements `./flights up` runs,"
              + " and `./flights sql` when no file is named.",
          Kind.names(MODEL_NAME, "names of small letters, digits and hyphens"));
  private static final Setting<String> MODEL_STORE =
      new Setting<>(
          "FLIGHTS_MODEL_STORE",
          "",
          "`models` in `FLIGHTS_HOME`",
          "Where model packages are kept: a path, or an address of any Hadoop file system"
              + " (`hdfs://`, `s3a://`).",
          Kind.text());
  private static final Setting<String> UPLOADS =
      new Setting<>(
          "FLIGHTS_UPLOADS",
          "",
          "`uploads` in `FLIGHTS_HOME`",
          "Where uploaded files are kept, the same for web server and trainer: a path, or an address"
              + " on S3 (`s3a://bucket/folder`).",
          Kind.text());
  private static final Setting<String> UPLOAD_LIMIT =
      new Setting<>(
          "FLIGHTS_UPLOAD_LIMIT",
          "1g",
          "Maximum size of an uploaded file (`200m`, `5g`).",
          Kind.matching(HEAP, "a size such as 200m or 5g"));
  private static final Setting<String> KAFKA_SERVERS =
      new Setting<>(
          "KAFKA_BOOTSTRAP_SERVERS",
          "",
          "the embedded broker",
          "Addresses (`host:port,...`) of a Kafka cluster. Setting it switches the embedded broker"
              + " off.",
          Kind.matching(
              "|[^:,\\s]+:\\d+(,[^:,\\s]+:\\d+)*", "a list such as host:9092,other:9092"));
  private static final Setting<String> KAFKA_SECURITY_PROTOCOL =
      new Setting<>(
          "KAFKA_SECURITY_PROTOCOL",
          "PLAINTEXT",
          "Protocol to the Kafka cluster: `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`"
              + " (encrypted, with user and password).",
          Kind.oneOf("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"));
  private static final Setting<String> KAFKA_SASL_MECHANISM =
      new Setting<>(
          "KAFKA_SASL_MECHANISM",
          "SCRAM-SHA-512",
          "How user and password are sent to Kafka: `SCRAM-SHA-512`, `SCRAM-SHA-256` or `PLAIN`.",
          Kind.oneOf("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"));
  private static final Setting<String> KAFKA_USERNAME =
      new Setting<>(
          "KAFKA_SASL_USERNAME", "", "none", "User name on the Kafka cluster.", Kind.text());
  private static final Setting<String> KAFKA_PASSWORD =
      new Setting<>(
          "KAFKA_SASL_PASSWORD",
          "",
          "none",
          "Password of that user.",
          Kind.secret("[^\\r\\n]*", "a line"));
  private static final Setting<String> KAFKA_CA =
      new Setting<>(
          "KAFKA_CA",
          "",
          "those that Java trusts",
          "Certificates (PEM) of the authorities that sign the brokers' certificates.",
          Kind.certificates());
  private static final Setting<String> KAFKA_CERTIFICATE =
      new Setting<>(
          "KAFKA_CLIENT_CERTIFICATE",
          "",
          "none",
          "Client certificate and its private key (PEM, PKCS #8, without a password), for brokers"
              + " that require one.",
          Kind.certificateWithKey());
  private static final Setting<String> MONGODB_URI =
      new Setting<>(
          "MONGODB_URI",
          "",
          "the embedded store",
          "Address of a MongoDB, with user and password if it needs them, and `tls=true` for"
              + " encryption. Setting it switches the embedded store off.",
          Kind.secret("|mongodb(\\+srv)?://.+", "an address such as mongodb://host:27017"));
  private static final Setting<String> MONGODB_DATABASE =
      new Setting<>(
          "MONGODB_DATABASE",
          "agile_data_science",
          "Name of the database.",
          Kind.matching("[A-Za-z0-9_-]{1,63}", "a database name of letters, digits, _ and -"));
  private static final Setting<String> MONGODB_CA =
      new Setting<>(
          "MONGODB_CA",
          "",
          "those that Java trusts",
          "Certificates (PEM) of the authorities that sign the MongoDB's certificate; the connection"
              + " is then encrypted.",
          Kind.certificates());
  private static final Setting<String> STORE =
      new Setting<>(
          "FLIGHTS_STORE",
          "disk",
          "`disk`: the embedded store keeps its data in `FLIGHTS_HOME`; `memory`: it loses them"
              + " when it stops.",
          Kind.oneOf("disk", "memory"));
  private static final Setting<String> WEB_HOST =
      new Setting<>(
          "FLIGHTS_WEB_HOST",
          "127.0.0.1",
          "Network address that the web server listens on; `0.0.0.0` for all.",
          Kind.matching("[A-Za-z0-9.:-]+", "a host name or network address"));
  private static final Setting<Integer> WEB_PORT =
      new Setting<>("FLIGHTS_WEB_PORT", "5001", "Port of the web server.", Kind.number(1, 65535));
  private static final Setting<Integer> WEB_RATE =
      new Setting<>(
          "FLIGHTS_WEB_RATE",
          "100",
          "Forms and other changes per second that one client may send to the web server; `0` for"
              + " no limit. Clients on this machine have no limit.",
          Kind.number(0, 1_000_000));
  private static final Setting<String> ADMIN_TOKEN =
      new Setting<>(
          "FLIGHTS_ADMIN_TOKEN",
          "",
          "none",
          "Password for actions that change the system (promote or train a model, resend a rejected"
              + " request) from other machines; without it only this machine can do them.",
          Kind.secret("|[!-~]{12,200}", "at least 12 letters, digits or signs, without spaces"));
  private static final Setting<Integer> KAFKA_PORT =
      new Setting<>(
          "FLIGHTS_KAFKA_PORT", "9092", "Port of the embedded broker.", Kind.number(1, 65535));
  private static final Setting<Integer> STORE_PORT =
      new Setting<>(
          "FLIGHTS_STORE_PORT", "27017", "Port of the embedded store.", Kind.number(1, 65535));
  private static final Setting<Integer> PARTITIONS =
      new Setting<>(
          "FLIGHTS_PARTITIONS",
          "2",
          "Partitions of each new topic; the predictor holds one task slot per partition for every"
              + " model that it serves.",
          Kind.number(1, 1000));
  private static final Setting<Duration> KEEP =
      new Setting<>(
          "FLIGHTS_KEEP",
          "30d",
          "How long requests, predictions, rejected requests, uploads and records of trainings are"
              + " kept, on Kafka, in MongoDB and in `FLIGHTS_UPLOADS` (`30d`, `12h`); `0` for ever. Models"
              + " and imported flights stay.",
          Kind.keeping());
  private static final Setting<String> SPARK_MASTER =
      new Setting<>(
          "FLIGHTS_SPARK_MASTER",
          "",
          "this process",
          "Spark master that the trainer and the predictor run on (`spark://host:7077`,"
              + " `local[4]`).",
          Kind.text());
  private static final Setting<Map<String, String>> SPARK_OPTIONS =
      new Setting<>(
          "FLIGHTS_SPARK_OPTIONS",
          "",
          "none",
          "More settings of Spark for the trainer and the predictor, separated by spaces"
              + " (`spark.executor.memory=2g spark.hadoop.fs.s3a.endpoint=...`). The web server uses"
              + " those for S3.",
          Kind.options("spark."));
  private static final Setting<Duration> CHECKPOINT_INTERVAL =
      new Setting<>(
          "FLIGHTS_CHECKPOINT_INTERVAL",
          "30m",
          "How often the predictor writes a Spark checkpoint, which takes a pause of about a second.",
          Kind.duration());
  private static final Setting<String> TRIGGER =
      new Setting<>(
          "FLIGHTS_TRIGGER",
          "realtime",
          "When the predictor handles requests: `realtime` (each at once), `micro-batch` (one batch"
              + " after the other) or `available-now` (those that are waiting; then it ends).",
          Kind.oneOf("realtime", "micro-batch", "available-now"));
  private static final Setting<String> ANSWERS =
      new Setting<>(
          "FLIGHTS_ANSWERS",
          "stored",
          "Where the predictor's answers go: `stored` in MongoDB and sent to the response topic, or"
              + " only `sent`, for programs that read that topic; the pages need `stored`.",
          Kind.oneOf("stored", "sent"));
  private static final Setting<String> METRICS_HOST =
      new Setting<>(
          "FLIGHTS_METRICS_HOST",
          "127.0.0.1",
          "Network address on which the predictor publishes its Prometheus metrics.",
          Kind.matching("[A-Za-z0-9.:-]+", "a host name or network address"));
  private static final Setting<Integer> METRICS_PORT =
      new Setting<>(
          "FLIGHTS_METRICS_PORT",
          "9404",
          "Port of the predictor's metrics (`/metrics`); when it is in use, for example by another"
              + " predictor, the next free one. `0` for none.",
          Kind.number(0, 65535));
  private static final Setting<String> AIRFLOW_HOST =
      new Setting<>(
          "FLIGHTS_AIRFLOW_HOST",
          "127.0.0.1",
          "Network address that Airflow's pages listen on; `0.0.0.0` for all.",
          Kind.matching("[A-Za-z0-9.:-]+", "a host name or network address"));
  private static final Setting<Integer> AIRFLOW_PORT =
      new Setting<>(
          "FLIGHTS_AIRFLOW_PORT", "8080", "Port of Airflow's pages.", Kind.number(1, 65535));
  private static final Setting<Duration> AIRFLOW_RETRY_DELAY =
      new Setting<>(
          "FLIGHTS_AIRFLOW_RETRY_DELAY",
          "1m",
          "How long the workflow waits before it tries a task again; then twice as long, up to an"
              + " hour.",
          Kind.duration());
  private static final Setting<String> TRACKING_URI =
      new Setting<>(
          "MLFLOW_TRACKING_URI",
          "",
          "none",
          "Address of an MLflow that logs every training (`http://127.0.0.1:5000`), and whose"
              + " alias `champion` is followed.",
          Kind.secret("|https?://[^/\\s]+\\S*", "an address such as http://127.0.0.1:5000"));
  private static final Setting<String> TRACKING_USERNAME =
      new Setting<>(
          "MLFLOW_TRACKING_USERNAME", "", "none", "User name on the MLflow server.", Kind.text());
  private static final Setting<String> TRACKING_PASSWORD =
      new Setting<>(
          "MLFLOW_TRACKING_PASSWORD",
          "",
          "none",
          "Password of that user.",
          Kind.secret("[^\\r\\n]*", "a line"));
  private static final Setting<String> TRACKING_TOKEN =
      new Setting<>(
          "MLFLOW_TRACKING_TOKEN",
          "",
          "none",
          "A bearer token for MLflow, instead of user and password.",
          Kind.secret("[!-~]*", "a token without spaces"));
  private static final Setting<String> MLFLOW_HOST =
      new Setting<>(
          "FLIGHTS_MLFLOW_HOST",
          "127.0.0.1",
          "Network address that the MLflow of `./flights mlflow` listens on; `0.0.0.0` for all.",
          Kind.matching("[A-Za-z0-9.:-]+", "a host name or network address"));
  private static final Setting<Integer> MLFLOW_PORT =
      new Setting<>(
          "FLIGHTS_MLFLOW_PORT",
          "5000",
          "Port of the MLflow that `./flights mlflow` starts.",
          Kind.number(1, 65535));
  private static final Setting<String> STANDALONE_HEAP =
      new Setting<>(
          "FLIGHTS_STANDALONE_HEAP",
          "96m",
          "Java heap of the process that starts and watches the others.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> STORE_HEAP =
      new Setting<>(
          "FLIGHTS_STORE_HEAP",
          "384m",
          "Java heap of the embedded store.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> STORE_QUERY_MEMORY =
      new Setting<>(
          "FLIGHTS_STORE_QUERY_MEMORY",
          "64m",
          "What one query of the embedded store may hold in memory to sort or group; a query that"
              + " needs more is refused with MongoDB's error 292.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> STORE_QUERIES_MEMORY =
      new Setting<>(
          "FLIGHTS_STORE_QUERIES_MEMORY",
          "",
          "a quarter of its heap",
          "What all queries of the embedded store may hold together.",
          Kind.matching("|" + HEAP, HEAP_EXPECTED));
  private static final Setting<String> BROKER_HEAP =
      new Setting<>(
          "FLIGHTS_BROKER_HEAP",
          "192m",
          "Java heap of the embedded broker.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> TRAINER_HEAP =
      new Setting<>(
          "FLIGHTS_TRAINER_HEAP",
          "3g",
          "Java heap of the trainer.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> PREDICTOR_HEAP =
      new Setting<>(
          "FLIGHTS_PREDICTOR_HEAP",
          "1g",
          "Java heap of the predictor.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> SQL_HEAP =
      new Setting<>(
          "FLIGHTS_SQL_HEAP",
          "1g",
          "Java heap of `./flights sql`, a fourth of which is for tables.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> WEB_HEAP =
      new Setting<>(
          "FLIGHTS_WEB_HEAP",
          "512m",
          "Java heap of the web server.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> CONNECT_HOST =
      new Setting<>(
          "FLIGHTS_CONNECT_HOST",
          "127.0.0.1",
          "Network address on which `./flights connect` takes connectors; everyone who reaches it may"
              + " change them.",
          Kind.matching("[A-Za-z0-9.:-]+", "a host name or network address"));
  private static final Setting<Integer> CONNECT_PORT =
      new Setting<>(
          "FLIGHTS_CONNECT_PORT", "8083", "Port of `./flights connect`.", Kind.number(1, 65535));
  private static final Setting<String> CONNECT_HEAP =
      new Setting<>(
          "FLIGHTS_CONNECT_HEAP",
          "384m",
          "Java heap of `./flights connect`.",
          Kind.matching(HEAP, HEAP_EXPECTED));
  private static final Setting<String> DATABASE =
      new Setting<>(
          "FLIGHTS_DATABASE",
          "127.0.0.1:3306",
          "Address (`host:port`) of the MariaDB in which the demo's users are.",
          Kind.matching("[^:/?,\\s]+:\\d+", "an address such as host:3306"));
  private static final Setting<String> DATABASE_USER =
      new Setting<>("FLIGHTS_DATABASE_USER", "flights", "User name on this MariaDB.", Kind.text());
  private static final Setting<String> DATABASE_PASSWORD =
      new Setting<>(
          "FLIGHTS_DATABASE_PASSWORD",
          "flights",
          "Password of that user.",
          Kind.secret("[^\\r\\n]*", "a line"));
  private static final Setting<String> JAVA_OPTIONS =
      new Setting<>(
          "FLIGHTS_JAVA_OPTIONS",
          "",
          "none",
          "More Java flags for every process, separated by spaces.",
          Kind.text());
  private static final Setting<String> LOG_LEVEL =
      new Setting<>(
          "FLIGHTS_LOG_LEVEL",
          "info",
          "How much is logged: `debug`, `info`, `warn` or `error`.",
          Kind.oneOf("debug", "info", "warn", "error"));
  private static final Setting<String> PARENT =
      new Setting<>(
          "FLIGHTS_PARENT",
          "",
          "none",
          "The process ends when the process with this id ends. `./flights up` sets it for the processes that it starts.",
          Kind.matching("\\d*", "a process id"));
  private static final Setting<String> ROLE =
      new Setting<>(
          "FLIGHTS_ROLE",
          "",
          "none",
          "Name of a process that `./flights up` has started; `./flights up` sets it.",
          Kind.matching("[a-z]*", "a name of small letters"));

  static final List<Setting<?>> ALL =
      List.of(
          HOME,
          MODEL,
          MODELS,
          STREAMS,
          MODEL_STORE,
          UPLOADS,
          UPLOAD_LIMIT,
          KAFKA_SERVERS,
          KAFKA_SECURITY_PROTOCOL,
          KAFKA_SASL_MECHANISM,
          KAFKA_USERNAME,
          KAFKA_PASSWORD,
          KAFKA_CA,
          KAFKA_CERTIFICATE,
          MONGODB_URI,
          MONGODB_CA,
          MONGODB_DATABASE,
          STORE,
          WEB_HOST,
          WEB_PORT,
          WEB_RATE,
          ADMIN_TOKEN,
          KAFKA_PORT,
          STORE_PORT,
          PARTITIONS,
          KEEP,
          SPARK_MASTER,
          SPARK_OPTIONS,
          CHECKPOINT_INTERVAL,
          TRIGGER,
          ANSWERS,
          METRICS_HOST,
          METRICS_PORT,
          AIRFLOW_HOST,
          AIRFLOW_PORT,
          AIRFLOW_RETRY_DELAY,
          TRACKING_URI,
          TRACKING_USERNAME,
          TRACKING_PASSWORD,
          TRACKING_TOKEN,
          MLFLOW_HOST,
          MLFLOW_PORT,
          STANDALONE_HEAP,
          STORE_HEAP,
          STORE_QUERY_MEMORY,
          STORE_QUERIES_MEMORY,
          BROKER_HEAP,
          TRAINER_HEAP,
          PREDICTOR_HEAP,
          SQL_HEAP,
          WEB_HEAP,
          CONNECT_HOST,
          CONNECT_PORT,
          CONNECT_HEAP,
          DATABASE,
          DATABASE_USER,
          DATABASE_PASSWORD,
          JAVA_OPTIONS,
          LOG_LEVEL,
          PARENT,
          ROLE);

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = values;
  }

  /** The settings of this process; throws {@link BadSettingException}. */
  public static Settings fromEnvironment() {
    return of(System.getenv());
  }

  /** The settings that these variables make; throws {@link BadSettingException}. */
  public static Settings of(Map<String, String> environment) {
    Map<String, Object> values = new LinkedHashMap<>();
    ALL.forEach(setting -> values.put(setting.name(), setting.read(environment)));
    Settings settings = new Settings(values);
    settings.requireWhole();
    return settings;
  }

  private void requireWhole() {
    if (embeddedBroker() && !kafkaSecurityProtocol().equals("PLAINTEXT")) {
      throw new BadSettingException("KAFKA_SECURITY_PROTOCOL needs KAFKA_BOOTSTRAP_SERVERS");
    }
    if (kafkaSecurityProtocol().startsWith("SASL")
        && (kafkaUsername().isEmpty() || kafkaPassword().isEmpty())) {
      throw new BadSettingException(
          "KAFKA_SECURITY_PROTOCOL="
              + kafkaSecurityProtocol()
              + " needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD");
    }
    if (embeddedStore() && mongodbCa().isPresent()) {
      throw new BadSettingException("MONGODB_CA needs MONGODB_URI");
    }
  }

  public Home home() {
    return new Home(Path.of(get(HOME)).toAbsolutePath().normalize());
  }

  public String model() {
    return get(MODEL);
  }

  /** Those that a predictor serves; at least one, and none twice. */
  public List<String> models() {
    return get(MODELS).isEmpty() ? List.of(model()) : get(MODELS);
  }

  /** Folders of statements; none when there are none to run. */
  public List<String> streams() {
    return get(STREAMS);
  }

  /** A path or an address with a scheme. */
  public String modelStore() {
    String given = get(MODEL_STORE);
    return given.isEmpty() ? home().models().toUri().toString() : given;
  }

  /** The folder of the model packages; empty when they are kept on another file system. */
  public Optional<Path> modelFolder() {
    return folder(modelStore());
  }

  /** Where uploaded files are kept: a path or an address with a scheme. */
  public String uploads() {
    String given = get(UPLOADS);
    return given.isEmpty() ? home().uploads().toUri().toString() : given;
  }

  /** The folder of the uploaded files; empty when they are kept on another file system. */
  public Optional<Path> uploadFolder() {
    return folder(uploads());
  }

  private static Optional<Path> folder(String place) {
    if (!place.matches("[a-z][a-z0-9+.-]+:.*")) {
      return Optional.of(Path.of(place));
    }
    return place.startsWith("file:") ? Optional.of(Path.of(URI.create(place))) : Optional.empty();
  }

  /** In bytes. */
  public long uploadLimit() {
    return bytes(get(UPLOAD_LIMIT));
  }

  public boolean embeddedBroker() {
    return get(KAFKA_SERVERS).isEmpty();
  }

  public String kafkaServers() {
    return embeddedBroker() ? "127.0.0.1:" + kafkaPort() : get(KAFKA_SERVERS);
  }

  public String kafkaSecurityProtocol() {
    return get(KAFKA_SECURITY_PROTOCOL);
  }

  public String kafkaSaslMechanism() {
    return get(KAFKA_SASL_MECHANISM);
  }

  public String connectHost() {
    return get(CONNECT_HOST);
  }

  public int connectPort() {
    return get(CONNECT_PORT);
  }

  public String database() {
    return get(DATABASE);
  }

  public String databaseUser() {
    return get(DATABASE_USER);
  }

  public String databasePassword() {
    return get(DATABASE_PASSWORD);
  }

  public String kafkaUsername() {
    return get(KAFKA_USERNAME);
  }

  public String kafkaPassword() {
    return get(KAFKA_PASSWORD);
  }

  /** Empty for those that Java trusts. */
  public Optional<String> kafkaCa() {
    return given(KAFKA_CA);
  }

  /** A chain of certificates and a key. */
  public Optional<String> kafkaClientCertificate() {
    return given(KAFKA_CERTIFICATE);
  }

  public boolean embeddedStore() {
    return get(MONGODB_URI).isEmpty();
  }

  public String mongodbUri() {
    return embeddedStore() ? "mongodb://127.0.0.1:" + storePort() : get(MONGODB_URI);
  }

  /** Empty for those that Java trusts. */
  public Optional<String> mongodbCa() {
    return given(MONGODB_CA);
  }

  public String mongodbDatabase() {
    return get(MONGODB_DATABASE);
  }

  public boolean storeOnDisk() {
    return get(STORE).equals("disk");
  }

  /** In bytes. */
  public long storeQueryMemory() {
    return bytes(get(STORE_QUERY_MEMORY));
  }

  /** In bytes; empty for a share of the heap. */
  public OptionalLong storeQueriesMemory() {
    String memory = get(STORE_QUERIES_MEMORY);
    return memory.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bytes(memory));
  }

  private static long bytes(String size) {
    long number = Long.parseLong(size.substring(0, size.length() - 1));
    boolean giga = size.endsWith("g") || size.endsWith("G");
    return number << (giga ? 30 : 20);
  }

  public String webHost() {
    return get(WEB_HOST);
  }

  public int webPort() {
    return get(WEB_PORT);
  }

  /** Host and port under which this machine finds the web server. */
  public String webAddress() {
    String host = webHost();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return (everywhere ? "127.0.0.1" : host) + ":" + webPort();
  }

  /** Changes a second that one client may send; 0 for no limit. */
  public int webRate() {
    return get(WEB_RATE);
  }

  /** Empty when nobody may from elsewhere. */
  public Optional<String> adminToken() {
    return given(ADMIN_TOKEN);
  }

  public int kafkaPort() {
    return get(KAFKA_PORT);
  }

  public int storePort() {
    return get(STORE_PORT);
  }

  public int partitions() {
    return get(PARTITIONS);
  }

  /** How long what grows with use is kept; zero for ever. */
  public Duration keep() {
    return get(KEEP);
  }

  /** The Spark master given, or {@code local[slots]}. */
  public String sparkMaster(int slots) {
    String given = get(SPARK_MASTER);
    return given.isEmpty() ? "local[" + slots + "]" : given;
  }

  /** By their names. */
  public Map<String, String> sparkOptions() {
    return get(SPARK_OPTIONS);
  }

  public Duration checkpointInterval() {
    return get(CHECKPOINT_INTERVAL);
  }

  public String trigger() {
    return get(TRIGGER);
  }

  /** Or only sent to a topic. */
  public boolean answersStored() {
    return get(ANSWERS).equals("stored");
  }

  public String metricsHost() {
    return get(METRICS_HOST);
  }

  /** 0 for no metrics. */
  public int metricsPort() {
    return get(METRICS_PORT);
  }

  /** Address of an MLflow, maybe with user and password; empty for none. */
  public Optional<String> trackingUri() {
    return given(TRACKING_URI);
  }

  public String trackingUsername() {
    return get(TRACKING_USERNAME);
  }

  public String trackingPassword() {
    return get(TRACKING_PASSWORD);
  }

  public String trackingToken() {
    return get(TRACKING_TOKEN);
  }

  public OptionalLong parent() {
    String given = get(PARENT);
    return given.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(given));
  }

  /** Empty unless {@code up} has started this process. */
  public Optional<String> role() {
    return given(ROLE);
  }

  /** All settings as the Markdown table of docs/SETTINGS.md. */
  public static String table() {
    return ALL.stream()
        .map(s -> "| `" + s.name() + "` | " + s.shownDefault() + " | " + s.meaning() + " |\n")
        .collect(Collectors.joining("", "| variable | default | meaning |\n|---|---|---|\n", ""));
  }

  private Optional<String> given(Setting<String> setting) {
    return Optional.of(get(setting)).filter(text -> !text.isEmpty());
  }

  @SuppressWarnings("unchecked")
  private <T> T get(Setting<T> setting) {
    return (T) values.get(setting.name());
  }
}
