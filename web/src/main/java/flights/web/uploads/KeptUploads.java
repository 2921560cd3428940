package flights.web.uploads;

import flights.core.store.Store;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The uploaded files beside their jobs: which of them are old, and which are still needed. */
final class KeptUploads {

  /** A file is there before its job is. */
  private static final Duration ARRIVAL = Duration.ofMinutes(10);

  private final Uploads uploads;
  private final TrainingJobs jobs;

  /**
   * An uploaded file.
   *
   * @param job that it was uploaded for; empty when there is none, or none any more
   * @param isNeeded by a job that is queued or running, or that is about to come
   */
  record KeptUpload(StoredObject file, Optional<TrainingJob> job, boolean isNeeded) {

    String id() {
      return Uploads.id(file);
    }
  }

  KeptUploads(Uploads uploads, Store store) {
    this.uploads = uploads;
    this.jobs = new TrainingJobs(store);
  }

  /** Those that are so old at least, the oldest first. */
  List<KeptUpload> olderThan(Duration age, Instant now) throws IOException {
    List<StoredObject> files = new ArrayList<>(uploads.list());
    files.removeIf(file -> file.at().isAfter(now.minus(age)));
    files.sort(Comparator.comparing(StoredObject::at));
    Set<String> learntFrom =
        jobs.unfinished().stream()
            .filter(job -> job.request().data() != null)
            .map(job -> lastOf(job.request().data()))
            .collect(Collectors.toSet());
    return files.stream().map(file -> found(file, learntFrom, now)).toList();
  }

  private KeptUpload found(StoredObject file, Set<String> learntFrom, Instant now) {
    Optional<TrainingJob> job = jobs.find(Uploads.id(file));
    boolean arrives = job.isEmpty() && file.at().isAfter(now.minus(ARRIVAL));
    boolean waitedFor = job.filter(it -> !it.over()).isPresent();
    return new KeptUpload(file, job, arrives || waitedFor || learntFrom.contains(file.name()));
  }

  /** Returns whether it was; one that is needed stays. */
  boolean remove(KeptUpload upload) throws IOException {
    if (upload.isNeeded()) {
      return false;
    }
    uploads.remove(upload.id());
    return true;
  }

  private static String lastOf(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
