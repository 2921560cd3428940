package flights.web.flight.batch;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import flights.flight.FlightFormReader;
import flights.web.answers.FormFields;
import flights.web.errors.Problem;
import flights.web.errors.Wants;
import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page with both ways to predict many flights, and the results of the stored tasks by day. */
final class TaskPages {

  private final Tasks tasks;
  private final Reference reference;
  private final AirportOptions airports;
  private final Clock clock;

  TaskPages(Tasks tasks, Reference reference, AirportOptions airports, Clock clock) {
    this.airports = airports;
    this.tasks = tasks;
    this.reference = reference;
    this.clock = clock;
  }

  void show(Context ctx) {
    render(ctx, Map.of("FlightDate", LocalDate.now(clock).toString()), List.of());
  }

  /** Stores a task; leads a browser to the day's results. */
  void submit(Context ctx) {
    Map<String, String> fields = FormFields.of(ctx);
    boolean page = Wants.page(ctx);
    try {
      String id =
          tasks.add(new FlightFormReader(clock, () -> reference.data().coverage()).read(fields));
      if (page) {
        ctx.redirect(BatchRoutes.RESULTS + LocalDate.now(clock), HttpStatus.SEE_OTHER);
      } else {
        ctx.json(Map.of("status", "OK", "id", id));
      }
    } catch (BadFormException e) {
      if (!page) {
        throw e;
      }
      render(ctx.status(400), fields, e.errors());
    }
  }

  void results(Context ctx) {
    LocalDate day = day(ctx.pathParam("date"));
    ctx.render(
        "batch-results.html",
        Map.of(
            "day", day.toString(),
            "before", day.minusDays(1).toString(),
            "after", day.plusDays(1).toString(),
            "tasks", tasks.of(day)));
  }

  private void render(Context ctx, Map<String, String> fields, List<FieldError> errors) {
    ctx.render(
        "predict_batch.html",
        Map.of(
            "fields", fields,
            "errors",
                errors.stream()
                    .collect(Collectors.toMap(FieldError::field, FieldError::message, (a, b) -> a)),
            "airports", airports.html(),
            "airlines", reference.data().airlines(),
            "today", LocalDate.now(clock).toString(),
            "mostRows", FlightFile.MOST_ROWS,
            "firstDate", FlightFormReader.FIRST_DATE,
            "lastDate", LocalDate.now(clock).plusYears(1)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badFields(List.of(new FieldError("date", "must be a date such as 2013-07-04")));
    }
  }
}
