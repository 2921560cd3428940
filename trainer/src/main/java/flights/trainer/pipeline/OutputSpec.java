package flights.trainer.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.util.List;

/** How a field of an answer is made, as {@code pipeline.yaml} says it. */
@JsonDeserialize(using = OutputSpec.Reader.class)
public sealed interface OutputSpec {

  /** An expression over the pipeline's columns. */
  record Sql(String text) implements OutputSpec {}

  /**
   * The number that such a share of the true numbers does not exceed, by the errors on rows that
   * were held back.
   *
   * @param level from 0 to 1
   * @param of the column with the predicted number
   * @param atLeast no number is less; null for no bound
   * @param atMost no number is more; null for no bound
   * @param digits after the point, rounded away from the predicted number; null for all
   */
  record ErrorQuantile(double level, String of, Double atLeast, Double atMost, Integer digits)
      implements OutputSpec {}

  /** The names of those of these fields whose value no row has had that the model learnt from. */
  record Unseen(List<String> fields) implements OutputSpec {}

  /** The keys as they are written. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Keys(
      Double errorQuantile,
      String of,
      Double atLeast,
      Double atMost,
      Integer digits,
      List<String> unseen) {

    /** Null when they belong to nothing that there is. */
    OutputSpec spec() {
      boolean bare = of == null && atLeast == null && atMost == null && digits == null;
      if (unseen != null) {
        return errorQuantile == null && bare ? new Unseen(unseen) : null;
      }
      return errorQuantile == null || of == null
          ? null
          : new ErrorQuantile(errorQuantile, of, atLeast, atMost, digits);
    }
  }

  /** A text, or keys and values. */
  final class Reader extends JsonDeserializer<OutputSpec> {
    @Override
    public OutputSpec deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (in.currentToken().isScalarValue()) {
        return new Sql(in.getText());
      }
      OutputSpec spec = context.readValue(in, Keys.class).spec();
      if (spec == null) {
        throw JsonMappingException.from(
            in,
            "a field of output is SQL, or {error_quantile: 0.1, of: COLUMN}, or {unseen: [FIELD]}");
      }
      return spec;
    }
  }
}
