package flights.trainer.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One stage of a pipeline.
 *
 * @param type a class of Spark ML or of this program, by its simple or its full name
 * @param params values by the names that the class gives them
 * @param line where it stands in the description
 */
record StageSpec(String type, Map<String, JsonNode> params, int line) {}
