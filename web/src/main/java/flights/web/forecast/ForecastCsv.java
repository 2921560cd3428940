package flights.web.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import flights.web.errors.Problem;
import flights.web.predictions.ServedModel;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The table of a series as a file: a line a month, with what was and what is expected. */
final class ForecastCsv {

  private static final CsvMapper MAPPER = new CsvMapper();

  private final ServedModel model;
  private final ForecastView view;

  ForecastCsv(ServedModel model, ForecastView view) {
    this.model = model;
    this.view = view;
  }

  /** Throws {@link Problem} when there is no forecast: a file cannot say so. */
  void write(Context ctx) {
    if (view.trouble() != null) {
      throw Problem.unavailable(view.trouble());
    }
    ctx.contentType("text/csv;charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + model.name() + "-forecast.csv\"")
        .result(text());
  }

  private String text() {
    CsvSchema.Builder columns = CsvSchema.builder();
    view.choices().forEach(choice -> columns.addColumn(choice.field()));
    for (String column : List.of("month", "actual", "forecast", "low", "high")) {
      columns.addColumn(column);
    }
    try {
      return MAPPER
          .writerFor(List.class)
          .with(columns.setUseHeader(true).build())
          .writeValueAsString(view.months().stream().map(this::row).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> row(ForecastMonth month) {
    List<String> cells = new ArrayList<>();
    view.choices().forEach(choice -> cells.add(choice.value()));
    cells.add(month.month());
    cells.add(number(month.actual()));
    cells.add(number(month.forecast()));
    cells.add(number(month.low()));
    cells.add(number(month.high()));
    return cells;
  }

  private static String number(Double number) {
    return number == null ? "" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
