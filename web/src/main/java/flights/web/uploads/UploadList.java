package flights.web.uploads;

import flights.core.json.Json;
import flights.core.text.Bytes;
import flights.core.text.Count;
import flights.core.training.TrainingJob;
import flights.web.uploads.KeptUploads.KeptUpload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Uploaded files as a table for the console. */
final class UploadList {

  private static final String ROW = "%-36s  %-16s  %8s  %8s  %-7s  %s";

  private UploadList() {}

  static String text(String address, List<KeptUpload> uploads, Instant now) {
    if (uploads.isEmpty()) {
      return "there are no such uploads at " + address;
    }
    long bytes = uploads.stream().mapToLong(upload -> upload.file().size()).sum();
    return ROW.formatted("id", "model", "size", "age", "job", "file")
        + "\n"
        + uploads.stream().map(upload -> row(upload, now)).collect(Collectors.joining("\n"))
        + "\n"
        + Count.of(uploads.size(), "upload")
        + ", "
        + Bytes.of(bytes)
        + ", at "
        + address;
  }

  /** For a program. */
  static String json(List<KeptUpload> uploads) {
    return Json.pretty(
        uploads.stream()
            .map(
                upload ->
                    new Listed(
                        upload.id(),
                        upload.job().map(job -> job.request().model()).orElse(null),
                        upload.file().size(),
                        upload.file().at(),
                        upload.job().map(job -> job.state().text()).orElse(null),
                        upload.job().map(job -> job.request().file()).orElse(null)))
            .toList());
  }

  /**
   * An upload.
   *
   * @param size in bytes
   * @param job its state; null when there is none
   * @param file its name where it came from
   */
  private record Listed(String id, String model, long size, Instant at, String job, String file) {}

  static String removed(int removed, int needed) {
    String gone = Count.of(removed, "upload") + " removed";
    return needed == 0 ? gone : gone + "; " + needed + " stay, since trainings need them";
  }

  private static String row(KeptUpload upload, Instant now) {
    return ROW.formatted(
            upload.id(),
            upload.job().map(job -> job.request().model()).orElse("-"),
            Bytes.of(upload.file().size()),
            age(Duration.between(upload.file().at(), now)),
            upload.job().map(TrainingJob::state).map(TrainingJob.State::text).orElse("none"),
            upload
                .job()
                .map(job -> Objects.requireNonNullElse(job.request().file(), "-"))
                .orElse("-"))
        .stripTrailing();
  }

  /** 5 min, 3 h, 12 d. */
  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }
}
