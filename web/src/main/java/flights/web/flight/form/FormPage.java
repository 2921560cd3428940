package flights.web.flight.form;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import flights.flight.FlightFormReader;
import flights.web.answers.FormFields;
import flights.web.errors.Problem;
import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The form, for browsers with and without a script. */
final class FormPage {

  private final RealtimeApi api;
  private final Reference reference;
  private final AirportOptions airports;
  private final Clock clock;
  private final PageParts parts;

  FormPage(
      RealtimeApi api, Reference reference, AirportOptions airports, Clock clock, PageParts parts) {
    this.airports = airports;
    this.api = api;
    this.reference = reference;
    this.clock = clock;
    this.parts = parts;
  }

  /** Empty, or filled in with what the address says. */
  void show(Context ctx) {
    Map<String, String> fields = new HashMap<>();
    fields.put("FlightDate", LocalDate.now(clock).toString());
    ctx.queryParamMap().forEach((name, values) -> fields.put(name, values.get(0)));
    render(ctx, fields, List.of());
  }

  /** Leads to the prediction's page, or shows the form again with what is wrong. */
  void submit(Context ctx) {
    Map<String, String> fields = FormFields.of(ctx);
    ctx.future(
        () ->
            accept(fields)
                .thenAccept(id -> ctx.redirect("/predictions/" + id, HttpStatus.SEE_OTHER))
                .exceptionally(failure -> showAgain(ctx, fields, failure)));
  }

  private CompletableFuture<String> accept(Map<String, String> fields) {
    try {
      return api.accept(fields);
    } catch (BadFormException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Void showAgain(Context ctx, Map<String, String> fields, Throwable failure) {
    Throwable cause = Problem.cause(failure);
    if (cause instanceof BadFormException bad) {
      render(ctx.status(400), fields, bad.errors());
    } else if (cause instanceof Problem problem) {
      render(ctx.status(problem.status()), fields, problem.errors());
    } else {
      throw new CompletionException(cause);
    }
    return null;
  }

  private void render(Context ctx, Map<String, String> fields, List<FieldError> errors) {
    ctx.render(
        "predict.html",
        Map.of(
            "fields", fields,
            "errors", byField(errors),
            "trouble", errors.stream().filter(it -> it.field() == null).toList(),
            "airlines", reference.data().airlines(),
            "airports", airports.html(),
            "firstDate", FlightFormReader.FIRST_DATE,
            "lastDate", LocalDate.now(clock).plusYears(1),
            "recent", parts.recentViews(),
            "blank", PredictionView.blank()));
  }

  private static Map<String, String> byField(List<FieldError> errors) {
    return errors.stream()
        .filter(error -> error.field() != null)
        .collect(Collectors.toMap(FieldError::field, FieldError::message, (a, b) -> a));
  }
}
