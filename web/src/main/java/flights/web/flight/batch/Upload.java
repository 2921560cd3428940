package flights.web.flight.batch;

import flights.core.contract.RequestId;
import flights.flight.FlightFormReader;
import flights.flight.FlightRequest;
import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import flights.web.flight.form.FlightAnswers;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Takes a file of flights and gives each to the predictor, as if it had been entered in the form.
 */
final class Upload {

  private final Batches batches;
  private final RequestSender sender;
  private final Reference reference;
  private final Clock clock;

  Upload(Batches batches, RequestSender sender, Reference reference, Clock clock) {
    this.batches = batches;
    this.sender = sender;
    this.reference = reference;
    this.clock = clock;
  }

  void handle(Context ctx) {
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null || file.size() == 0) {
      throw Problem.badRequest("Choose a CSV file with flights first.");
    }
    FlightFile.Content content =
        FlightFile.read(
            file.content(), new FlightFormReader(clock, () -> reference.data().coverage()));
    Batch batch =
        new Batch(
            RequestId.next(),
            clock.instant(),
            content.rows().size(),
            0,
            null,
            content.bad(),
            content.badCount());
    batches.put(batch);
    batches.put(send(batch, content.rows()));
    ctx.redirect(BatchRoutes.PAGE + "/" + batch.id(), HttpStatus.SEE_OTHER);
  }

  /** The batch as it is afterwards. A chunk that Kafka does not take ends it. */
  private Batch send(Batch batch, List<FlightFile.Row> rows) {
    int sent = 0;
    try {
      while (sent < rows.size()) {
        List<FlightFile.Row> chunk =
            rows.subList(sent, Math.min(rows.size(), sent + Batches.CHUNK));
        batches.putChunk(batch.id(), sent / Batches.CHUNK, send(chunk));
        sent += chunk.size();
      }
      return batch.withSent(sent);
    } catch (Problem e) {
      return batch.withSent(sent).withTrouble(e.getMessage());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        return batch.withSent(sent).withTrouble(problem.getMessage());
      }
      throw e;
    }
  }

  private List<AskedRow> send(List<FlightFile.Row> rows) {
    List<AskedRow> asked = new ArrayList<>();
    List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
    for (FlightFile.Row row : rows) {
      String id = RequestId.next();
      asked.add(new AskedRow(row.line(), id));
      acknowledged.add(
          FlightAnswers.ask(sender, FlightRequest.of(id, clock.instant(), row.form(), reference)));
    }
    CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).join();
    return asked;
  }
}
