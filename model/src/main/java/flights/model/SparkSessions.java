package flights.model;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;
import scala.Tuple2;

/** The one way to start Spark. */
public final class SparkSessions {

  /** What Spark must not show on its pages and in its plans, by the name of the setting. */
  private static final String SECRET =
      "(?i)secret|password|token|access[.]?key|credential|jaas|keystore|uri|url";

  /** The one that writes by Hadoop's file system as it is set; the default one has its own. */
  private static final String CHECKPOINTS = FileSystemBasedCheckpointFileManager.class.getName();

  /** By its name: it needs what is in this package. */
  private static final String EXTENSIONS = "flights.model.predict.PredictExtension";

  private static final String HADOOP = "spark.hadoop.";

  private SparkSessions() {}

  /**
   * How files are reached by a process that has not started Spark, or never does.
   *
   * @param options those of Spark, some of which are Hadoop's
   */
  public static Configuration hadoop(Map<String, String> options) {
    Configuration hadoop = new Configuration();
    options.forEach(
        (name, value) -> {
          if (name.startsWith(HADOOP)) {
            hadoop.set(name.substring(HADOOP.length()), value);
          }
        });
    return hadoop;
  }

  /**
   * Starts a session, or gives the one that this process has. When it was submitted to Spark, it
   * runs where and how that was said.
   *
   * @param more settings beside those that every process has
   */
  public static SparkSession start(String name, String master, Map<String, String> more) {
    SparkConf submitted = new SparkConf();
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName(name)
            .master(submitted.get("spark.master", master))
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.extensions", EXTENSIONS)
            .config("spark.redaction.regex", SECRET)
            .config("spark.sql.redaction.options.regex", SECRET)
            .config("spark.log.level", "ERROR");
    if (master.startsWith("local")) {
      builder.config("spark.driver.host", "127.0.0.1");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
      // On a cluster not each process has this class.
      builder.config("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
      builder.config("spark.sql.streaming.checkpointFileManagerClass", CHECKPOINTS);
    }
    more.forEach(builder::config);
    // What spark-submit was told goes before what we would choose.
    for (Tuple2<String, String> option : submitted.getAll()) {
      builder.config(option._1(), option._2());
    }
    SparkSession session = builder.getOrCreate();
    // A thread that gets a session that was there does not go by its settings unless told so.
    SparkSession.setActiveSession(session);
    return session;
  }
}
