package flights.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import flights.testing.SparkForTests;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CategoryBinsTest {

  private static final int LEAST = 32;

  @Test
  void aTreeIsGivenAsManyBinsAsThereAreCategories() {
    Dataset<Row> rows = rows(100);
    PipelineStage[] ready = CategoryBins.enough(stages(), rows);
    PipelineModel model = new Pipeline().setStages(ready).fit(rows);

    assertThat(ready[0]).isInstanceOf(StringIndexerModel.class);
    assertThat(((DecisionTreeRegressor) ready[2]).getMaxBins()).isEqualTo(101);
    assertThat(((DecisionTreeRegressionModel) model.stages()[2]).numNodes()).isGreaterThan(1);
  }

  @Test
  void aTreeKeepsTheBinsThatItHasWhenTheyAreEnough() {
    PipelineStage[] stages = stages();

    PipelineStage[] ready = CategoryBins.enough(stages, rows(10));

    assertThat(((DecisionTreeRegressor) ready[2]).getMaxBins()).isEqualTo(LEAST);
    assertThat(ready[2]).isSameAs(stages[2]);
  }

  private static PipelineStage[] stages() {
    return new PipelineStage[] {
      new StringIndexer().setInputCol("town").setOutputCol("index").setHandleInvalid("keep"),
      new VectorAssembler().setInputCols(new String[] {"index"}).setOutputCol("features"),
      new DecisionTreeRegressor().setMaxBins(LEAST)
    };
  }

  private static Dataset<Row> rows(int towns) {
    return SparkForTests.forFewRows()
        .range(400)
        .selectExpr("string(id % " + towns + ") as town", "double(id % " + towns + ") as label");
  }
}
