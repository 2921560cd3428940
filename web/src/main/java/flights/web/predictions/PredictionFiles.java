package flights.web.predictions;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import flights.core.json.Json;
import flights.web.answers.Answer;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/**
 * A CSV file in, its rows with the predictions out, as they come: no more than a window of rows is
 * held, however long the file is.
 */
final class PredictionFiles {

  static final int MOST_ROWS = 100_000;

  /** Each holds a thread as long as its client sends and reads. */
  private static final int MOST_AT_ONCE = 4;

  private static final int WINDOW = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LINE = "line";
  private static final String ERROR = "error";
  private static final String PREDICTED = "predicted_";
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();
  private static final ObjectReader CSV = MAPPER.readerForListOf(String.class);

  private final ModelAsking asking;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  PredictionFiles(ModelAsking asking) {
    this.asking = asking;
  }

  /** Throws {@link Problem} before anything is answered; what is wrong later stands in its row. */
  void answer(Context ctx, ServedModel model) throws IOException {
    if (!free.tryAcquire()) {
      throw Problem.tooMany("Too many files are being predicted at the moment; please try again.");
    }
    try (InputStream in = content(ctx);
        MappingIterator<List<String>> lines = CSV.readValues(in)) {
      new Run(model, lines, isJsonWanted(ctx)).run(ctx);
    } catch (CharConversionException e) {
      throw Problem.badRequest("The file is no CSV in UTF-8 that can be read.");
    } finally {
      free.release();
    }
  }

  private static InputStream content(Context ctx) throws IOException {
    if (!ctx.isMultipartFormData()) {
      return ctx.req().getInputStream();
    }
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null || file.size() == 0) {
      throw Problem.badRequest("Choose a CSV file first.");
    }
    return file.content();
  }

  private static boolean isJsonWanted(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("application/json") && !accept.contains("text/csv");
  }

  /** One row on its way. */
  private record Pending(
      long line, List<String> cells, String error, CompletableFuture<Answer> answer) {}

  /** One file on its way. */
  private final class Run {

    private final ServedModel model;
    private final MappingIterator<List<String>> lines;
    private final boolean asJson;
    private final List<String> header;
    private final List<String> outputs;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private String end;

    Run(ServedModel model, MappingIterator<List<String>> lines, boolean asJson) throws IOException {
      this.model = model;
      this.lines = lines;
      this.asJson = asJson;
      this.header = header();
      this.outputs = new ArrayList<>(model.config().output().keySet());
      outputs.add("ModelVersion");
    }

    private List<String> header() throws IOException {
      List<String> names;
      try {
        names = lines.hasNextValue() ? new ArrayList<>(lines.nextValue()) : List.of();
      } catch (JsonProcessingException e) {
        throw Problem.badRequest("The file is no CSV that can be read.");
      }
      if (!names.isEmpty()) {
        // The mark that spreadsheets begin a file with.
        names.set(0, names.get(0).replace("\uFEFF", ""));
      }
      model.config().missingIn(names).stream()
          .filter(field -> !field.equals(model.config().idColumn()))
          .findFirst()
          .ifPresent(
              field -> {
                throw Problem.badRequest(
                    "The first line must name the columns; it does not name "
                        + field
                        + ", which "
                        + model.name()
                        + " needs.");
              });
      return List.copyOf(names);
    }

    void run(Context ctx) throws IOException {
      ctx.status(200).contentType(asJson ? "application/json" : "text/csv;charset=utf-8");
      if (!asJson) {
        ctx.header(
            "Content-Disposition", "attachment; filename=\"" + model.name() + "-predictions.csv\"");
      }
      try (OutputStream out = ctx.res().getOutputStream();
          Rows rows = asJson ? new JsonRows(out) : new CsvRows(out)) {
        long count = 0;
        Pending next;
        while ((next = next(count)) != null) {
          count++;
          pending.add(next);
          while (pending.size() >= WINDOW || isDone(pending.peek())) {
            rows.write(pending.poll());
          }
        }
        while (!pending.isEmpty()) {
          rows.write(pending.poll());
        }
        if (end != null) {
          rows.write(new Pending(line(), List.of(), end, null));
        }
      }
    }

    private static boolean isDone(Pending row) {
      return row != null && (row.answer() == null || row.answer().isDone());
    }

    /** Null at the end. */
    private Pending next(long count) throws IOException {
      try {
        while (lines.hasNextValue()) {
          long line = line();
          List<String> cells = lines.nextValue();
          if (cells.stream().allMatch(String::isBlank)) {
            continue;
          }
          if (count >= MOST_ROWS) {
            end = "a file may have " + MOST_ROWS + " rows; what follows was not read";
            return null;
          }
          return ask(line, cells);
        }
      } catch (JsonProcessingException e) {
        end = "is no CSV: a quote is not closed, for instance; nothing after it was read";
      } catch (CharConversionException e) {
        end = "is no UTF-8 text; nothing after it was read";
      }
      return null;
    }

    /** The parser stands at the end of the line before. */
    private long line() {
      return lines.getParser().currentTokenLocation().getLineNr() + 1L;
    }

    private Pending ask(long line, List<String> cells) {
      Map<String, String> texts = new HashMap<>();
      for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
        texts.putIfAbsent(header.get(i), cells.get(i));
      }
      ModelRequest request = ModelRequest.ofTexts(model, texts);
      try {
        return request.isGood()
            ? new Pending(line, cells, null, asking.ask(model, request, PATIENCE))
            : new Pending(line, cells, request.error(), null);
      } catch (Problem e) {
        return new Pending(line, cells, e.getMessage(), null);
      }
    }

    /** A file may have a column of the same name, such as what the number really was. */
    private String column(String output) {
      return header.contains(output) ? PREDICTED + output : output;
    }

    /** What was sent in the row, what is predicted, and what is wrong. */
    private Map<String, Object> told(Pending row) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put(LINE, row.line());
      for (int i = 0; i < header.size(); i++) {
        told.put(header.get(i), i < row.cells().size() ? row.cells().get(i) : "");
      }
      String error = row.error();
      if (row.answer() != null) {
        try {
          Answer answer = row.answer().join();
          switch (answer.status()) {
            case OK -> outputs.forEach(name -> told.put(column(name), answer.fields().get(name)));
            case ERROR -> error = answer.message();
            default -> error = "is not answered yet; its id is " + answer.id();
          }
        } catch (CompletionException e) {
          error = e.getCause() instanceof Problem problem ? problem.getMessage() : "was not sent";
        }
      }
      told.put(ERROR, error);
      return told;
    }

    private abstract class Rows implements AutoCloseable {

      private static final int FLUSH_EVERY = 100;
      private final OutputStream out;
      private int written;

      Rows(OutputStream out) {
        this.out = out;
      }

      void write(Pending row) throws IOException {
        write(told(row));
        if (++written % FLUSH_EVERY == 0) {
          flush();
          out.flush();
        }
      }

      abstract void write(Map<String, Object> row) throws IOException;

      abstract void flush() throws IOException;

      @Override
      public abstract void close() throws IOException;
    }

    private final class JsonRows extends Rows {

      private final JsonGenerator json;

      JsonRows(OutputStream out) throws IOException {
        super(out);
        json = Json.mapper().createGenerator(out);
        json.writeStartArray();
      }

      @Override
      void write(Map<String, Object> row) throws IOException {
        row.values().removeIf(java.util.Objects::isNull);
        Json.mapper().writeValue(json, row);
      }

      @Override
      void flush() throws IOException {
        json.flush();
      }

      @Override
      public void close() throws IOException {
        json.writeEndArray();
        json.close();
      }
    }

    private final class CsvRows extends Rows {

      private final com.fasterxml.jackson.databind.SequenceWriter csv;

      CsvRows(OutputStream out) throws IOException {
        super(out);
        ObjectWriter writer = MAPPER.writerFor(List.class);
        csv = writer.writeValues(out);
        List<String> names = new ArrayList<>(List.of(LINE));
        names.addAll(header);
        outputs.forEach(name -> names.add(column(name)));
        names.add(ERROR);
        csv.write(names);
      }

      @Override
      void write(Map<String, Object> row) throws IOException {
        List<Object> cells = new ArrayList<>(List.of(row.get(LINE)));
        header.forEach(name -> cells.add(row.get(name)));
        outputs.forEach(name -> cells.add(plain(row.get(column(name)))));
        cells.add(row.get(ERROR) == null ? "" : row.get(ERROR));
        csv.write(cells);
      }

      @Override
      void flush() throws IOException {
        csv.flush();
      }

      @Override
      public void close() throws IOException {
        csv.close();
      }
    }
  }

  /** A cell holds one value: a list, or what has parts, stands there as JSON. */
  private static Object plain(Object value) {
    return value == null
        ? ""
        : value instanceof Map || value instanceof List ? Json.write(value) : value;
  }
}
