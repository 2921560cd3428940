package flights.trainer.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flights.core.files.Sha256;
import flights.core.training.TrainingRequest;
import flights.trainer.pipeline.PipelineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as they are really sent: those that are all right, and those that are not, with why. */
class UploadCheckTest {

  private static final String HEADER = "id,sold,size,rooms,town,paid\n";
  private static final String ROW = "1,2024-03-31,70,3,Bonn,250\n";
  private static final String GOOD = HEADER + ROW + ROW;
  private static final int MEGABYTE = 1024 * 1024;

  @TempDir Path folder;

  static Stream<Arguments> good() {
    return Stream.of(
        arguments("plain", bytes(GOOD), 2),
        arguments("without a last line break", bytes(HEADER + ROW + ROW.strip()), 2),
        arguments("lines of Windows", bytes(GOOD.replace("\n", "\r\n")), 2),
        arguments("lines of an old Mac", bytes(GOOD.replace("\n", "\r")), 2),
        arguments("a byte order mark", bytes("\uFEFF" + GOOD), 2),
        arguments("blank lines", bytes("\n \n" + HEADER + "\n" + ROW + "\r\n  \n"), 1),
        arguments("quotes", bytes(HEADER + "1,2024-03-31,70,3,\"Bonn, \\\"north\\\"\",250\n"), 1),
        arguments("a quoted header", bytes(HEADER.replace("town", "\"town\"") + ROW), 1),
        arguments("more columns", bytes("more," + HEADER + "x," + ROW), 1),
        arguments("another order", bytes("paid,town,rooms,size,sold,id\n250,Bonn,3,70,x,1\n"), 1),
        arguments("other letters", bytes(HEADER + ROW.replace("Bonn", "Köln 東京 😀")), 1),
        arguments("no values", bytes(HEADER + ",,,,,\n"), 1),
        arguments("a line of almost 1 MB", bytes(GOOD + longRow(MEGABYTE - 100)), 3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void whatCanBeLearntFromIsCounted(String what, byte[] content, int rows) throws IOException {
    assertThat(check("prices", content)).isEqualTo(rows);
  }

  static Stream<Arguments> bad() throws IOException {
    Charset latin = StandardCharsets.ISO_8859_1;
    return Stream.of(
        arguments("empty", new byte[0], "it is empty"),
        arguments("binary", binary(), "line 1 has a zero byte: this is no text"),
        arguments(
            "other columns",
            bytes("a,b,paid\n1,2,3\n"),
            "its header has no column id, sold, size, rooms, town; it has a, b, paid"),
        arguments("one long line", longLine(), "line 1 is longer than 1 MB"),
        arguments("a long line", bytes(GOOD + longRow(2 * MEGABYTE)), "line 4 is longer than 1 MB"),
        arguments("UTF-16", ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE), "UTF-16"),
        arguments("UTF-16 without a mark", GOOD.getBytes(StandardCharsets.UTF_16BE), "zero byte"),
        arguments(
            "Latin-1", (GOOD + ROW.replace("o", "ö")).getBytes(latin), "line 4 is not in UTF-8"),
        arguments("half a letter", (GOOD + "1,é").getBytes(latin), "line 4 is not in UTF-8"),
        arguments("zip", zip(), "it is a zip archive"),
        arguments("gzip", gzip(), "it is packed with gzip"),
        arguments(
            "cut off",
            bytes(GOOD + "1,2024-0"),
            "line 4 has 2 fields, and the header has 6: the file seems to be cut off"),
        arguments(
            "cut off in quotes", bytes(GOOD + "1,\"2024"), "line 4 has a quote that is not closed"),
        arguments(
            "a quote too many",
            bytes(HEADER + "1,\"2\n" + ROW),
            "line 2 has a quote that is not closed in it"),
        arguments(
            "a short row",
            bytes(HEADER + "1,2\n" + ROW),
            "line 2 has 2 fields, and the header has 6"),
        arguments(
            "a long row", bytes(GOOD + "x," + ROW), "line 4 has 7 fields, and the header has 6"),
        arguments(
            "a doubled column",
            bytes("id,paid,sold,size,rooms,town,Paid\n1,2,3,4,5,6,7\n"),
            "its header names more than once: Paid"),
        arguments(
            "a column in the place of another",
            bytes(HEADER.replace("town", "id") + ROW),
            "its header names more than once: id"),
        arguments("no header", bytes(ROW + ROW), "its header has no column id"),
        arguments("only a header", bytes(HEADER), "it has a header, and no row"),
        arguments("blank", bytes(" \n\n"), "it has no line"),
        arguments("another separator", bytes(GOOD.replace(',', ';')), "it has id;sold;size"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void whatCannotIsToldWithTheLine(String what, byte[] content, String why) {
    assertThatThrownBy(() -> check("prices", content))
        .isInstanceOf(BadUploadException.class)
        .hasMessageStartingWith("rows.csv: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsNotWhatWasSentIsTold() throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), bytes(GOOD));
    String sum = Sha256.hex(bytes(GOOD));

    assertThatThrownBy(() -> check(request("prices", file, sum, GOOD.length() + 9L)))
        .hasMessageContaining(
            "it is not what was uploaded: 83 bytes there, and 92 bytes were sent");
    assertThatThrownBy(() -> check(request("prices", file, "0".repeat(64), (long) GOOD.length())))
        .hasMessageContaining("it is not what was uploaded: its checksum is another one");
    Files.delete(file);
    assertThatThrownBy(() -> check(request("prices", file, sum, (long) GOOD.length())))
        .hasMessageStartingWith("rows.csv is not at file:")
        .hasMessageEndingWith("f.csv any more");
  }

  @Test
  void aFormatWithMarksOfItsOwnIsOnlyCompared() throws IOException {
    Path root = folder.resolve("pipelines");
    pipeline(root, "packed", "parquet", "{}");
    pipeline(root, "texts", "json", "{}");
    pipeline(root, "latin", "csv", "{encoding: ISO-8859-1}");
    pipeline(root, "odd", "csv", "{sep: '::'}");

    assertThat(check(root, "packed", zip()).isEmpty()).isTrue();
    assertThat(check(root, "latin", "é\n".getBytes(StandardCharsets.ISO_8859_1)).isEmpty())
        .isTrue();
    assertThat(check(root, "texts", bytes("{}\n\n{}\n")).getAsLong()).isEqualTo(2);
    assertThat(check(root, "odd", bytes("a::\"b\nc::d")).getAsLong()).isEqualTo(2);
    assertThatThrownBy(() -> check(root, "texts", zip())).hasMessageContaining("a zip archive");
  }

  @Test
  void aQuotedTextGoesOnInTheNextLineWhereThePipelineReadsItSo() throws IOException {
    Path root = folder.resolve("pipelines");
    pipeline(root, "lines", "csv", "{header: 'true', multiLine: 'true', escape: '\"'}");

    assertThat(check(root, "lines", bytes("a,b\n\"1\n\"\"2\"\"\r\n3\",x\n4,y\n")).getAsLong())
        .isEqualTo(2);
    assertThatThrownBy(() -> check(root, "lines", bytes("a,b\n\"1\n2\",x\n4,y,z\n")))
        .hasMessageContaining("line 4 has 3 fields");
    assertThatThrownBy(() -> check(root, "lines", bytes("a,b\n\"1\n2,x\n")))
        .hasMessageContaining(
            "line 2 has a quote that is not closed: the file seems to be cut off");
    assertThatThrownBy(() -> check(root, "lines", bytes("a,b\n1,\"2\n" + "3,4\n".repeat(400_000))))
        .hasMessageContaining("is longer than 1 MB");
  }

  @Test
  void rowsThatThePipelineTellsApartItselfAreLeftToItButForAFileThatIsCutOff() throws IOException {
    Path root = folder.resolve("pipelines");
    pipeline(root, "counted", "csv", "{header: 'true', columnNameOfCorruptRecord: malformed}");

    assertThat(check(root, "counted", bytes("a,b\n1\n1,2,3\n\"1,2\n\"1\"\\,2\n1,2\n")).getAsLong())
        .isEqualTo(5);
    assertThatThrownBy(() -> check(root, "counted", bytes("a,b\n1,2\n1")))
        .hasMessageContaining("line 3 has 1 field, and the header has 2: the file seems to be cut");
    assertThatThrownBy(() -> check(root, "counted", bytes("a,b\n1,2\n1,\"2")))
        .hasMessageContaining(
            "line 3 has a quote that is not closed: the file seems to be cut off");
  }

  @Test
  void howMuchIsReadIsTold() throws IOException {
    byte[] content = bytes(HEADER + ROW.repeat(100_000));
    Path file = Files.write(folder.resolve("f.csv"), content);
    List<Double> shares = new ArrayList<>();

    new UploadCheck(
            new PipelineReader(Path.of("src/test/resources/pipelines")), new Configuration())
        .check(request("prices", file, Sha256.hex(content), (long) content.length), shares::add);

    assertThat(shares).hasSizeGreaterThan(2).isSorted().endsWith(1.0);
  }

  private long check(String model, byte[] content) throws IOException {
    return check(Path.of("src/test/resources/pipelines"), model, content).getAsLong();
  }

  private OptionalLong check(Path pipelines, String model, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), content);
    return new UploadCheck(new PipelineReader(pipelines), new Configuration())
        .check(request(model, file, Sha256.hex(content), (long) content.length), share -> {});
  }

  private void check(TrainingRequest request) {
    new UploadCheck(
            new PipelineReader(Path.of("src/test/resources/pipelines")), new Configuration())
        .check(request, share -> {});
  }

  private static TrainingRequest request(String model, Path file, String sum, Long size) {
    return new TrainingRequest(
        "1", model, file.toUri().toString(), null, Instant.now(), sum, size, "rows.csv");
  }

  /** Another way to read the rows of one that is there. */
  private static void pipeline(Path root, String name, String input, String options)
      throws IOException {
    String yaml = Files.readString(Path.of("src/test/resources/pipelines/prices/pipeline.yaml"));
    Path own = Files.createDirectories(root.resolve(name));
    Files.writeString(
        own.resolve("pipeline.yaml"),
        yaml.replace("name: prices", "name: " + name)
            .replace("input: csv", "input: " + input)
            .replaceFirst("options: .*", "options: " + options)
            .replaceFirst("columns: .*\n", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String longRow(int length) {
    return "1,2024-03-31,70,3," + "x".repeat(length) + ",250\n";
  }

  private static byte[] longLine() {
    return bytes("x".repeat(3 * MEGABYTE));
  }

  private static byte[] binary() {
    return new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0};
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("rows.csv"));
      zip.write(bytes(GOOD));
    }
    return out.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(GOOD));
    }
    return out.toByteArray();
  }
}
