package flights.trainer.card;

import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;

/** What the places of a vector of features mean, as the stages that made it have noted. */
final class FeatureNames {

  private final String column;
  private final Optional<Attribute[]> attributes;

  FeatureNames(Dataset<Row> rows, String column) {
    this.column = column;
    Option<Attribute[]> noted =
        AttributeGroup.fromStructField(rows.schema().apply(column)).attributes();
    this.attributes = noted.isDefined() ? Optional.of(noted.get()) : Optional.empty();
  }

  /** Its place in the vector where nobody has noted a name. */
  String of(int place) {
    return attributes
        .filter(all -> place < all.length && all[place].name().isDefined())
        .map(all -> all[place].name().get())
        .orElse(column + " " + place);
  }
}
