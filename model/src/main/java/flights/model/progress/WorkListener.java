package flights.model.progress;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Passes what Spark's tasks have done on to the work that they were started for. */
final class WorkListener extends SparkListener {

  /** The property by which a job tells which work it is for: its events come late. */
  static final String WORK = "flights.progress.work";

  private final Map<String, StageProgress> works = new ConcurrentHashMap<>();
  private final Map<Integer, StageProgress> jobs = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> jobOfSparkStage = new ConcurrentHashMap<>();

  void add(String id, StageProgress work) {
    works.put(id, work);
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    StageProgress work = workOf(start.properties());
    if (work == null) {
      return;
    }
    long tasks = 0;
    for (StageInfo info : CollectionConverters.asJava(start.stageInfos())) {
      tasks += info.numTasks();
      jobOfSparkStage.put(info.stageId(), start.jobId());
    }
    jobs.put(start.jobId(), work);
    work.jobStarted(start.jobId(), tasks);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    Integer job = jobOfSparkStage.get(end.stageId());
    StageProgress work = job == null ? null : jobs.get(job);
    if (work != null && end.reason() instanceof Success$) {
      work.taskDone(job);
    }
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd end) {
    StageProgress work = jobs.remove(end.jobId());
    if (work != null) {
      work.jobEnded(end.jobId());
      jobOfSparkStage.values().removeIf(job -> job == end.jobId());
    }
  }

  private StageProgress workOf(Properties properties) {
    String id = properties == null ? null : properties.getProperty(WORK);
    return id == null ? null : works.get(id);
  }
}
