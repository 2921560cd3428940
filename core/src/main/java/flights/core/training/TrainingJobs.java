package flights.core.training;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import flights.core.store.Collections;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.core.training.TrainingJob.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;

/** All trainings that were asked for. A job belongs to the listener that has claimed it. */
public final class TrainingJobs {

  /** A listener that has been silent for so long is gone, and its job anybody's. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  static final int MOST_ATTEMPTS = 5;

  /** What kills the trainer so often is most likely the training itself. */
  static final int MOST_KILLED = 3;

  private static final Bson RUNNING = eq("state", State.RUNNING.text());

  private final MongoCollection<Document> jobs;

  public TrainingJobs(Store store) {
    jobs = store.collection(Collections.TRAINING_JOBS);
  }

  /** Does nothing when that id has been asked before. */
  public void add(TrainingRequest request) {
    try {
      jobs.insertOne(Documents.of(TrainingJob.asked(request)));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  public Optional<TrainingJob> find(String id) {
    return Optional.ofNullable(jobs.find(eq("_id", id)).first()).map(TrainingJobs::job);
  }

  /** Those that were asked for last, the latest first. */
  public List<TrainingJob> latest(int most) {
    return list(jobs.find().sort(descending("askedAt")).limit(most));
  }

  /** Those of a model that were asked for last, the latest first. */
  public List<TrainingJob> latest(String model, int most) {
    return list(jobs.find(eq("request.model", model)).sort(descending("askedAt")).limit(most));
  }

  /** Those of which something may still come. */
  public List<TrainingJob> unfinished() {
    return list(jobs.find(in("state", State.QUEUED.text(), State.RUNNING.text())));
  }

  /** Takes the oldest job that nobody works at. */
  Optional<TrainingJob> claim(Instant now) {
    Bson free =
        or(
            eq("state", State.QUEUED.text()),
            and(RUNNING, lt("aliveAt", Date.from(now.minus(SILENCE)))));
    for (TrainingJob job : list(jobs.find(free).sort(ascending("askedAt")))) {
      boolean mine =
          jobs.updateOne(and(eq("_id", job.id()), free), started(now)).getMatchedCount() > 0;
      if (mine && job.attempts() < MOST_ATTEMPTS) {
        return Optional.of(job);
      }
      if (mine) {
        failed(job.id(), "broken off " + MOST_ATTEMPTS + " times; it is not tried again");
      }
    }
    return Optional.empty();
  }

  /** A sign of life of the listener. */
  void alive(String id, Instant now) {
    change(id, set("aliveAt", Date.from(now)));
  }

  /** Gives a claimed job back, to be begun again. */
  void release(String id) {
    change(id, combine(set("state", State.QUEUED.text()), unset("stage"), unset("share")));
  }

  /** Gives a job back whose trainer was killed, unless that has happened too often. */
  void killed(TrainingJob claimed, int signal) {
    int attempts = claimed.attempts() + 1;
    if (attempts < MOST_KILLED) {
      release(claimed.id());
    } else {
      failed(
          claimed.id(), "the trainer was killed by signal " + signal + ", " + attempts + " times");
    }
  }

  /**
   * Tells how far it is.
   *
   * @param share null when that cannot be said
   */
  public void at(String id, String stage, Double share) {
    change(id, combine(set("stage", stage), set("share", share)));
  }

  /** Tells how many rows the uploaded file has. */
  public void rows(String id, long rows) {
    change(id, set("rows", rows));
  }

  public void done(String id, String version, String message) {
    change(id, combine(end(State.DONE, message), set("version", version), set("share", 1.0)));
  }

  /** Does nothing when the job has told its end itself. */
  public void failed(String id, String message) {
    change(id, end(State.FAILED, message));
  }

  private void change(String id, Bson update) {
    jobs.updateOne(and(eq("_id", id), RUNNING), update);
  }

  private static Bson started(Instant now) {
    return combine(
        set("state", State.RUNNING.text()),
        set("startedAt", Date.from(now)),
        set("aliveAt", Date.from(now)),
        unset("stage"),
        unset("share"),
        inc("attempts", 1));
  }

  private static Bson end(State state, String message) {
    return combine(set("state", state.text()), set("message", message), set("endedAt", new Date()));
  }

  private static List<TrainingJob> list(Iterable<Document> found) {
    return StreamSupport.stream(found.spliterator(), false).map(TrainingJobs::job).toList();
  }

  private static TrainingJob job(Document found) {
    return Documents.to(TrainingJob.class, found);
  }
}
