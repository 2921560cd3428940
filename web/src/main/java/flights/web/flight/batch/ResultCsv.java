package flights.web.flight.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import flights.flight.FlightRequest;
import flights.flight.Prediction;
import java.io.UncheckedIOException;
import java.util.List;

/** Results as a file for a spreadsheet. */
final class ResultCsv {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  private ResultCsv() {}

  static String of(List<BatchResult> results) {
    try {
      return MAPPER
          .writer(MAPPER.schemaFor(Line.class).withHeader())
          .writeValueAsString(results.stream().map(Line::of).toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @JsonPropertyOrder({
    "Line",
    "UUID",
    "Carrier",
    "FlightNum",
    "FlightDate",
    "Origin",
    "Dest",
    "DepDelay",
    "Prediction",
    "ExpectedArrDelay",
    "ArrDelayP10",
    "ArrDelayP90",
    "ModelVersion",
    "Error"
  })
  private record Line(
      @JsonProperty("Line") long line,
      @JsonProperty("UUID") String id,
      @JsonProperty("Carrier") String carrier,
      @JsonProperty("FlightNum") String flightNum,
      @JsonProperty("FlightDate") String flightDate,
      @JsonProperty("Origin") String origin,
      @JsonProperty("Dest") String dest,
      @JsonProperty("DepDelay") Double depDelay,
      @JsonProperty("Prediction") Integer prediction,
      @JsonProperty("ExpectedArrDelay") Double expected,
      @JsonProperty("ArrDelayP10") Double p10,
      @JsonProperty("ArrDelayP90") Double p90,
      @JsonProperty("ModelVersion") String model,
      @JsonProperty("Error") String error) {

    static Line of(BatchResult result) {
      Prediction it = result.prediction();
      if (it == null) {
        return new Line(
            result.line(),
            result.id(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            result.error());
      }
      FlightRequest asked = it.request();
      return new Line(
          result.line(),
          result.id(),
          asked.carrier(),
          asked.flightNum(),
          asked.flightDate().toString(),
          asked.origin(),
          asked.dest(),
          asked.depDelay(),
          it.prediction(),
          it.expectedArrDelay(),
          it.arrDelayP10(),
          it.arrDelayP90(),
          it.modelVersion(),
          null);
    }
  }
}
