package flights.flight.spark.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/** Tells what a file is from its first bytes; its name matters only for compression. */
final class Sniffer {

  private static final int LONGEST_LINE = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem fileSystem;
  private final Configuration conf;

  Sniffer(FileSystem fileSystem, Configuration conf) {
    this.fileSystem = fileSystem;
    this.conf = conf;
  }

  SourceFile look(FileStatus file) {
    try {
      return switch (magic(file.getPath())) {
        case "PAR1" -> parquet(file);
        case "PK\u0003\u0004" -> zip(file.getPath());
        default -> text(file.getPath());
      };
    } catch (IOException | RuntimeException e) {
      throw new HistoryException(file.getPath() + " cannot be read", e);
    }
  }

  private String magic(Path path) throws IOException {
    try (InputStream in = fileSystem.open(path)) {
      return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
    }
  }

  private SourceFile parquet(FileStatus file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, conf))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      List<String> columns = schema.getFields().stream().map(field -> field.getName()).toList();
      return new SourceFile(file.getPath(), Kind.PARQUET, columns, schema.toString());
    }
  }

  private SourceFile zip(Path path) throws IOException {
    try (InputStream in = fileSystem.open(path);
        BufferedReader table = ZippedCsv.open(in)) {
      return SourceFile.of(path, Kind.ZIPPED_CSV, header(firstLine(table)));
    }
  }

  private SourceFile text(Path path) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(conf).getCodec(path);
    try (InputStream in = fileSystem.open(path);
        InputStream plain = codec == null ? in : codec.createInputStream(in);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      String first = firstLine(lines);
      return first.startsWith("{")
          ? SourceFile.of(path, Kind.JSON_LINES, fields(first))
          : SourceFile.of(path, Kind.CSV, header(first));
    }
  }

  /** Reads no more than a header can be long: the file may be anything. */
  private static String firstLine(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && line.length() < LONGEST_LINE; c = reader.read()) {
      if (c != '\n') {
        line.append((char) c);
      } else if (!line.toString().isBlank()) {
        break;
      }
    }
    return line.toString().replace("\ufeff", "").strip();
  }

  private static List<String> fields(String line) throws IOException {
    JsonNode object = JSON.readTree(line);
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The Bureau ends its header with a comma, so the last column may have no name. */
  private static List<String> header(String line) {
    if (line.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      String name = cell.strip().replace("\"", "");
      names.add(name.isEmpty() ? "_c" + names.size() : name);
    }
    return List.copyOf(names);
  }
}
