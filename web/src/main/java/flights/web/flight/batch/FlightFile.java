package flights.web.flight.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import flights.core.contract.BadFormException;
import flights.flight.FlightForm;
import flights.flight.FlightFormReader;
import flights.web.errors.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads flights from a CSV file, whose first line names the form's fields in any order. */
final class FlightFile {

  static final int MOST_ROWS = 10_000;

  private static final int MOST_BAD_SHOWN = 200;
  private static final List<String> REQUIRED = List.of("Carrier", "FlightDate", "Origin", "Dest");
  private static final List<String> OPTIONAL =
      List.of("FlightNum", "DepDelay", "CRSDepTime", "CRSArrTime");
  private static final ObjectReader CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerForListOf(String.class);

  /** One flight and where it stands. */
  record Row(long line, FlightForm form) {}

  /**
   * What a file holds.
   *
   * @param bad the first of those that cannot be used
   * @param badCount all of them
   */
  record Content(List<Row> rows, List<BadRow> bad, long badCount) {}

  private final FlightFormReader reader;
  private final List<Row> rows = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private long badCount;

  private FlightFile(FlightFormReader reader) {
    this.reader = reader;
  }

  /** Throws {@link Problem} when it is no such file, or too long. */
  static Content read(InputStream in, FlightFormReader reader) {
    FlightFile file = new FlightFile(reader);
    try (MappingIterator<List<String>> lines = CSV.readValues(in)) {
      file.read(lines);
    } catch (CharConversionException e) {
      throw Problem.badRequest("The file is no CSV in UTF-8 that can be read.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Content(file.rows, file.bad, file.badCount);
  }

  private void read(MappingIterator<List<String>> lines) throws IOException {
    Map<String, Integer> columns = columns(lines);
    try {
      while (lines.hasNextValue()) {
        // The parser stands at the end of the line before.
        long line = lines.getParser().currentTokenLocation().getLineNr() + 1L;
        read(line, columns, lines.nextValue());
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      addBad(line, "is no CSV: a quote is not closed, for instance; nothing after it was read");
    } catch (CharConversionException e) {
      addBad(
          lines.getParser().currentTokenLocation().getLineNr() + 1L,
          "is no UTF-8 text; nothing after it was read");
    }
  }

  private void read(long line, Map<String, Integer> columns, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (rows.size() + badCount >= MOST_ROWS) {
      throw Problem.tooLarge("The file has more than " + MOST_ROWS + " flights; split it.");
    }
    Map<String, String> fields = new HashMap<>();
    columns.forEach(
        (name, index) -> fields.put(name, index < cells.size() ? cells.get(index) : ""));
    try {
      rows.add(new Row(line, reader.read(fields)));
    } catch (BadFormException e) {
      addBad(line, e.getMessage());
    }
  }

  private void addBad(long line, String reason) {
    badCount++;
    if (bad.size() < MOST_BAD_SHOWN) {
      bad.add(new BadRow(line, reason));
    }
  }

  private static Map<String, Integer> columns(MappingIterator<List<String>> lines)
      throws IOException {
    Map<String, Integer> there = new HashMap<>();
    try {
      List<String> header = lines.hasNextValue() ? lines.nextValue() : List.of();
      for (int i = 0; i < header.size(); i++) {
        there.putIfAbsent(plain(header.get(i)), i);
      }
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("The file is no CSV that can be read.");
    }
    Map<String, Integer> columns = new HashMap<>();
    for (String name : OPTIONAL) {
      if (there.containsKey(plain(name))) {
        columns.put(name, there.get(plain(name)));
      }
    }
    for (String name : REQUIRED) {
      if (!there.containsKey(plain(name))) {
        throw Problem.badRequest(
            "The first line must name the columns Carrier, FlightDate, Origin and Dest, and where"
                + " known FlightNum and DepDelay; it does not name "
                + name
                + ".");
      }
      columns.put(name, there.get(plain(name)));
    }
    return columns;
  }

  /** Spelling that people vary does not matter; nor does the mark that spreadsheets begin with. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
