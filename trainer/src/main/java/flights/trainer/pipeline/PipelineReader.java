package flights.trainer.pipeline;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flights.core.json.Json;
import flights.core.text.ClosestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the folder of a pipeline: {@code pipeline.yaml}, {@code prepare.sql}, and {@code clean.sql}
 * where there is one.
 */
public final class PipelineReader {

  private static final String YAML_FILE = "pipeline.yaml";
  private static final String CLEAN_FILE = "clean.sql";
  private static final String SQL_FILE = "prepare.sql";
  private static final int MOST_SAID = 300;

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(StageSpec.class, new StageReader()))
          .build()
          // An item of a list that has no value is a slip of whoever wrote it.
          .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

  private final Path folder;

  /**
   * Reads the pipelines in a folder.
   *
   * @param folder holds one folder a pipeline
   */
  public PipelineReader(Path folder) {
    this.folder = folder;
  }

  /** The description of a pipeline; throws {@link PipelineException}. */
  public PipelineSpec spec(String name) {
    Path file = file(name, YAML_FILE);
    try {
      return Checks.complete(YAML.readValue(file.toFile(), PipelineSpec.class), file);
    } catch (UnrecognizedPropertyException e) {
      List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).toList();
      throw new PipelineException(
          file
              + " line "
              + lineOf(e.getPropertyName(), file)
              + ": there is no key "
              + e.getPropertyName()
              + ClosestName.hint(e.getPropertyName(), known));
    } catch (InvalidFormatException e) {
      throw new PipelineException(at(file, e.getLocation()) + wrongValue(e));
    } catch (InvalidNullException e) {
      throw new PipelineException(at(file, e.getLocation()) + firstLine(e.getOriginalMessage()));
    } catch (MismatchedInputException e) {
      throw new PipelineException(at(file, e.getLocation()) + mismatch(e));
    } catch (JsonProcessingException e) {
      throw new PipelineException(at(file, e.getLocation()) + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The SQL that makes feature rows of the raw or clean rows; throws {@link PipelineException}. */
  public String sql(String name) {
    return text(file(name, SQL_FILE));
  }

  /** The SQL that says which raw rows are dropped, where a pipeline has some. */
  public Optional<String> cleanSql(String name) {
    Path file = folder.resolve(name).resolve(CLEAN_FILE);
    return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be read: " + e.getMessage());
    }
  }

  private Path file(String name, String file) {
    Path path = folder.resolve(name).resolve(file);
    if (!Files.exists(path)) {
      throw new PipelineException("there is no " + path + ClosestName.hint(name, names()));
    }
    return path;
  }

  private List<String> names() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.map(Path::getFileName).filter(Objects::nonNull).map(Path::toString).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String at(Path file, JsonLocation location) {
    return file + (location == null ? ": " : " line " + location.getLineNr() + ": ");
  }

  /** The parser is a token ahead when it complains, often on the next line. */
  private static long lineOf(String key, Path file) {
    Pattern used = Pattern.compile("(^|[\\s{,])" + Pattern.quote(key) + "\\s*:");
    // Whatever it is written in: the keys are plain letters.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return 1 + lines.takeWhile(line -> !used.matcher(line).find()).count();
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static String wrongValue(InvalidFormatException e) {
    Object[] values = e.getTargetType() == null ? null : e.getTargetType().getEnumConstants();
    if (values == null) {
      return firstLine(e.getOriginalMessage());
    }
    List<String> known =
        Arrays.stream(values).map(value -> Json.write(value).replace("\"", "")).toList();
    List<JsonMappingException.Reference> path = e.getPath();
    String wrong = String.valueOf(e.getValue());
    return path.get(path.size() - 1).getFieldName()
        + " cannot be "
        + wrong
        + ": there are "
        + String.join(", ", known)
        + ClosestName.hint(wrong, known);
  }

  /** Jackson speaks of Java's classes. */
  private static String mismatch(MismatchedInputException e) {
    String key =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(": "));
    Class<?> type = e.getTargetType();
    String expected =
        type == null
            ? "what belongs there"
            : Collection.class.isAssignableFrom(type)
                ? "a list"
                : type == String.class
                    ? "a text"
                    : type.isPrimitive() ? "a number" : "keys and values";
    return (key.isEmpty() ? "the description" : key) + " is not " + expected;
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() > MOST_SAID ? line.substring(0, MOST_SAID) + "..." : line;
  }

  /** Keeps the line of each stage, for messages. */
  private static final class StageReader extends JsonDeserializer<StageSpec> {
    @Override
    public StageSpec deserialize(JsonParser in, DeserializationContext context) throws IOException {
      int line = in.currentTokenLocation().getLineNr();
      JsonNode node = in.readValueAsTree();
      Map<String, JsonNode> params = new LinkedHashMap<>();
      node.fields()
          .forEachRemaining(
              entry -> {
                if (!entry.getKey().equals("stage")) {
                  params.put(entry.getKey(), entry.getValue());
                }
              });
      if (!node.path("stage").isTextual()) {
        throw context.weirdStringException(
            node.toString(), StageSpec.class, "a stage needs the key stage");
      }
      return new StageSpec(node.path("stage").textValue(), params, line);
    }
  }
}
