package flights.web.training;

import com.mongodb.MongoException;
import flights.core.json.Json;
import flights.core.kafka.Topics;
import flights.core.store.Store;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import flights.core.training.TrainingRequest;
import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import flights.web.uploads.Upload;
import flights.web.uploads.Uploads;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a training is asked for with, and tells those who train. A file comes first, then
 * the message: when that is not taken, nothing is left of the file. The same id twice is one job.
 */
final class TrainingAsking {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingAsking.class);

  /** Each holds a thread as long as its client sends, and for S3 a part of the file in memory. */
  private static final int MOST_FILES_AT_ONCE = 4;

  private static final int LONGEST_ADDRESS = 1_000;
  private static final Set<String> SAMPLES = Set.of("1", "0.5", "0.1");

  /** Beside the file, of a form that holds one. */
  private static final long AROUND_A_FILE = 64 * 1024;

  private final Uploads uploads;
  private final Supplier<Store> store;
  private final RequestSender sender;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_FILES_AT_ONCE);
  private final Set<String> arriving = ConcurrentHashMap.newKeySet();

  TrainingAsking(Uploads uploads, Supplier<Store> store, RequestSender sender, Clock clock) {
    this.uploads = uploads;
    this.store = store;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Answers when Kafka has the message. Throws {@link Problem}.
   *
   * @param id of the job
   * @param model that the form is for
   */
  void ask(Context ctx, String id, Function<Submission, String> model) {
    if (ctx.req().getContentLengthLong() > uploads.most() + AROUND_A_FILE) {
      throw Problem.tooLarge(Upload.tooLarge(uploads.most()) + Trainings.ANOTHER_WAY);
    }
    if (!arriving.add(id)) {
      throw Problem.conflict("This training is being sent already; please look at it in a moment.");
    }
    boolean sending = false;
    try {
      Optional<TrainingJob> present = find(id);
      TrainingRequest request = read(ctx, id, present.isPresent(), model);
      if (present.isPresent()) {
        requireSame(present.get().request(), request);
        TrainingView.answer(ctx, present.get().request());
      } else {
        ctx.future(() -> send(ctx, request).whenComplete((sent, failure) -> arriving.remove(id)));
        sending = true;
      }
    } finally {
      if (!sending) {
        arriving.remove(id);
      }
    }
  }

  /** What is there is not overwritten, nor anything else kept. */
  private TrainingRequest read(
      Context ctx, String id, boolean isPresent, Function<Submission, String> model) {
    boolean[] taken = new boolean[1];
    Submission.Target target =
        () -> {
          taken[0] = acquire();
          return begin(id, isPresent);
        };
    try (Submission sent = Submission.read(ctx, target)) {
      String name = model.apply(sent);
      String address = address(sent.field("data"));
      TreeMap<String, String> options = options(sent.field("sample"));
      if (isYes(sent.field("with-previous")) && (sent.hasFile() || address != null)) {
        options.put("with-previous", "true");
      }
      if (!sent.hasFile()) {
        return new TrainingRequest(id, name, address, options, clock.instant());
      }
      Upload.Kept kept = sent.keep();
      return new TrainingRequest(
          id,
          name,
          kept.address(),
          options,
          clock.instant(),
          kept.sha256(),
          kept.size(),
          sent.fileName());
    } finally {
      if (taken[0]) {
        free.release();
      }
    }
  }

  private boolean acquire() {
    if (!free.tryAcquire()) {
      throw Problem.tooMany("Too many files are being sent at the moment; please try again.");
    }
    return true;
  }

  private Upload begin(String id, boolean isPresent) {
    if (!uploads.canWrite()) {
      throw Problem.badRequest(
          "Files cannot be sent to " + uploads.address() + " from here." + Trainings.ANOTHER_WAY);
    }
    try {
      return isPresent ? uploads.compare() : uploads.begin(id);
    } catch (IOException e) {
      throw Problem.unavailable("The file was not kept: " + e.getMessage() + ".");
    }
  }

  private CompletableFuture<Void> send(Context ctx, TrainingRequest request) {
    return message(request)
        .whenComplete(
            (sent, failure) -> {
              if (failure != null && request.isUpload()) {
                takeBack(request.id());
              }
            })
        .thenAccept(
            sent -> {
              tell(request);
              TrainingView.answer(ctx, request);
            });
  }

  private CompletableFuture<Void> message(TrainingRequest request) {
    try {
      return sender.send(Topics.TRAINING_REQUESTS, request.id(), Json.bytes(request));
    } catch (Problem e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void takeBack(String id) {
    try {
      uploads.remove(id);
    } catch (IOException e) {
      LOG.warn("the upload {} was not taken back: {}", id, e.getMessage());
    }
  }

  /** The listener does the same; whoever is first. */
  private void tell(TrainingRequest request) {
    try {
      new TrainingJobs(store.get()).add(request);
    } catch (MongoException e) {
      LOG.debug("job {} is not told yet", request.id(), e);
    }
  }

  /** While the store is away nobody knows; then the listener takes the second message for none. */
  private Optional<TrainingJob> find(String id) {
    try {
      return new TrainingJobs(store.get()).find(id);
    } catch (MongoException e) {
      return Optional.empty();
    }
  }

  private static void requireSame(TrainingRequest present, TrainingRequest again) {
    boolean same =
        present.model().equals(again.model()) && Objects.equals(present.sha256(), again.sha256());
    if (!same) {
      throw Problem.conflict(
          "The id " + present.id() + " is that of another training; ask with one of its own.");
    }
  }

  private static TreeMap<String, String> options(String sample) {
    if (sample == null || sample.isEmpty() || sample.equals("1")) {
      return new TreeMap<>();
    }
    if (!SAMPLES.contains(sample)) {
      throw Problem.badRequest("The share of the rows must be 1, 0.5 or 0.1.");
    }
    return new TreeMap<>(Map.of("sample", sample));
  }

  private static boolean isYes(String withPrevious) {
    if (withPrevious == null || withPrevious.isBlank() || withPrevious.equals("false")) {
      return false;
    }
    if (!withPrevious.equals("true")) {
      throw Problem.badRequest("The field with-previous must be true or false.");
    }
    return true;
  }

  /** Null for the data that the pipeline names. */
  private static String address(String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    if (address.length() > LONGEST_ADDRESS || address.matches("(?s).*\\p{Cntrl}.*")) {
      throw Problem.badRequest("The address of the data is no path and no address.");
    }
    return address.strip();
  }
}
