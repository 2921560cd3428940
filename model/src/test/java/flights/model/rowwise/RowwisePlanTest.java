package flights.model.rowwise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import flights.model.SparkForTests;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RowwisePlanTest {

  private static final CyclicBarrier BOTH_ARE_IN_THE_LAMBDA = new CyclicBarrier(2);

  @Test
  void whatOneThreadIsAtNoOtherSees() throws Exception {
    UDF1<String, String> meet =
        word -> {
          BOTH_ARE_IN_THE_LAMBDA.await(1, TimeUnit.MINUTES);
          return word;
        };
    UserDefinedFunction met = udf(meet, DataTypes.StringType);
    Dataset<Row> words =
        RowwisePlan.input(
            SparkForTests.session(), new StructType().add("word", DataTypes.StringType));
    RowwisePlan plan =
        RowwisePlan.of(
            words.select(transform(array(col("word")), word -> concat(met.apply(word), word))));

    CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> said(plan, "a"));
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> said(plan, "b"));
    assertThat(one.get()).isEqualTo("aa");
    assertThat(other.get()).isEqualTo("bb");
  }

  private static String said(RowwisePlan plan, String word) {
    GenericInternalRow row = new GenericInternalRow(new Object[] {UTF8String.fromString(word)});
    return plan.start().apply(row).getArray(0).getUTF8String(0).toString();
  }
}
