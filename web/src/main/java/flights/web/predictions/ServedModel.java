package flights.web.predictions;

import flights.core.contract.Field;
import flights.core.contract.ModelConfig;
import java.util.List;

/**
 * A registered model that can be asked.
 *
 * @param version the champion
 * @param away why nobody answers for it at the moment, with the way out; null when somebody does
 */
public record ServedModel(String name, String version, ModelConfig config, String away) {

  /** What is asked for: all but the id, which the server gives. */
  public List<Field> asked() {
    return config.inputSchema().stream()
        .filter(field -> !field.name().equals(config.idColumn()))
        .toList();
  }
}
