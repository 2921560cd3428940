package flights.model;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;

/** A tiny model for tests: it has learned to double a number. */
final class Models {

  static final ModelConfig CONFIG =
      new ModelConfig(
          "doubling",
          "Id",
          List.of(
              Field.required("Id", FieldType.STRING),
              Field.required("Number", FieldType.NUMBER),
              Field.optional("Timestamp", FieldType.TIMESTAMP)),
          Map.of("Doubled", "round(prediction, 3)", "Features", "features"),
          List.of(),
          "numbers",
          "doubled",
          "number_errors",
          "doubled",
          "number_errors",
          Map.of("Id", "example", "Number", 1));

  private Models() {}

  static ModelPackage doubling() {
    return doubling(CONFIG);
  }

  static ModelPackage doubling(ModelConfig config) {
    var numbers =
        SparkForTests.session().range(100).selectExpr("double(id) Number", "double(id * 2) label");
    return new ModelPackage(
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new SQLTransformer().setStatement("select *, Number + 0 as n from __THIS__"),
                  new VectorAssembler().setInputCols(new String[] {"n"}).setOutputCol("features"),
                  new LinearRegression()
                })
            .fit(numbers),
        config,
        Map.of("rows", 100));
  }
}
