package flights.model;

import flights.core.contract.ModelConfig;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;

/**
 * A trained model with all that is needed to serve it.
 *
 * @param card what is told about the model: data, features, metrics, when, from which commit
 */
public record ModelPackage(PipelineModel pipeline, ModelConfig config, Map<String, Object> card) {}
