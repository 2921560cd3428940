package flights.web.training;

import flights.core.training.TrainingJob;
import flights.core.training.TrainingRequest;
import flights.web.errors.Wants;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A training as programs are told of it; what is not known yet is left out. */
record TrainingView(
    String status,
    String id,
    String job,
    String model,
    String state,
    String stage,
    Double share,
    String message,
    String version,
    String versionPage,
    String data,
    String file,
    Long size,
    String sha256,
    Long rows,
    int attempts,
    Instant askedAt,
    Instant startedAt,
    Instant endedAt) {

  private record Accepted(String status, String id, String job) {}

  static TrainingView of(TrainingJob job) {
    TrainingRequest request = job.request();
    return new TrainingView(
        "OK",
        job.id(),
        address(request),
        request.model(),
        job.state().text(),
        job.stage(),
        job.share(),
        job.message(),
        job.version(),
        job.version() == null ? null : "/models/" + request.model() + "/" + job.version(),
        request.data(),
        request.file(),
        request.size(),
        request.sha256(),
        job.rows(),
        job.attempts(),
        job.askedAt(),
        job.startedAt(),
        job.endedAt());
  }

  /** Tells where to look for what comes of it. */
  static void answer(Context ctx, TrainingRequest request) {
    String job = address(request);
    if (Wants.page(ctx)) {
      ctx.redirect(job, HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.ACCEPTED)
          .header("Location", job)
          .json(new Accepted("OK", request.id(), job));
    }
  }

  private static String address(TrainingRequest request) {
    return "/models/"
        + request.model()
        + "/trainings/"
        + URLEncoder.encode(request.id(), StandardCharsets.UTF_8);
  }
}
