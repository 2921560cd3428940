package flights.flight.spark;

import flights.flight.spark.baseline.DepartureDelayTable;
import flights.flight.spark.baseline.Forest;
import flights.flight.spark.baseline.RawTrees;
import flights.flight.spark.delay.FlightDelayEstimator;
import flights.flight.spark.history.FlightHistory;
import flights.model.domain.Baseline;
import flights.model.domain.Domain;
import flights.model.domain.InputFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.SparkSession;

/** What the engine learns of flights. */
public final class FlightDomain implements Domain {

  @Override
  public void registerFunctions(SparkSession spark) {
    FlightFunctions.register(spark);
  }

  @Override
  public Map<String, InputFormat> inputFormats() {
    return Map.of("flights", FlightHistory::inputRows);
  }

  @Override
  public List<Class<? extends PipelineStage>> stages() {
    return List.of(FlightDelayEstimator.class);
  }

  @Override
  public Map<String, Baseline.Maker> baselines() {
    Map<String, Baseline.Maker> baselines = new LinkedHashMap<>();
    baselines.put("departure-delay", (classes, seed) -> new DepartureDelayTable(classes));
    baselines.put("departure-delay-forest", Forest::onDepartureDelay);
    baselines.put("reference-forest", Forest::ofReference);
    baselines.put("raw-trees", RawTrees::withDepartureDelay);
    baselines.put("raw-trees-before-departure", RawTrees::beforeDeparture);
    return baselines;
  }
}
