package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import flights.flight.FlightCollections;
import flights.flight.LearntFlights;
import flights.web.flight.reference.LearntByVersion;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** All flights by month: how many, and how punctual. */
final class TotalPages {

  private final Cached<MonthRecord> months;
  private final AirlinePages airlines;
  private final FlightFinder finder;
  private final LearntByVersion learnt;

  TotalPages(
      LookUps lookUps,
      AirlinePages airlines,
      FlightFinder finder,
      LearntByVersion learnt,
      Executor background) {
    this.learnt = learnt;
    this.airlines = airlines;
    this.finder = finder;
    this.months =
        new Cached<>(
            () ->
                lookUps.all(FlightCollections.MONTHLY_TOTALS, MonthRecord.class).stream()
                    .sorted(Comparator.comparing(MonthRecord::month))
                    .toList(),
            background);
  }

  void overview(Context ctx) {
    long flights = months.get().stream().mapToLong(it -> it.punctuality().flights()).sum();
    ctx.render(
        "overview.html",
        Map.of(
            "months", months.get(),
            "airlines", airlines.all(),
            "flights", flights,
            "learnt", learnt.champion().map(LearntFlights::words).orElse("")));
  }

  void totals(Context ctx) {
    ctx.render("total_flights.html", Map.of("months", months.get()));
  }

  void totalsAsJson(Context ctx) {
    ctx.json(months.get().stream().map(Total::of).toList());
  }

  /** How punctual all are; with the parameters of a flight, how punctual that one was. */
  void onTime(Context ctx) {
    if (finder.show(ctx)) {
      return;
    }
    List<AirlineRecord> ranked =
        airlines.all().stream()
            .filter(it -> it.punctuality().onTimeShare() != null)
            .sorted(Comparator.comparing(it -> -it.punctuality().onTimeShare()))
            .toList();
    ctx.render("on_time.html", Map.of("months", months.get(), "airlines", ranked));
  }

  private record Total(
      @JsonProperty("Year") int year,
      @JsonProperty("Month") int month,
      @JsonProperty("total_flights") long flights) {

    static Total of(MonthRecord record) {
      YearMonth month = YearMonth.parse(record.month());
      return new Total(month.getYear(), month.getMonthValue(), record.punctuality().flights());
    }
  }
}
