package flights.web.predictions;

import flights.core.card.ModelCard;
import flights.core.contract.Field;
import flights.core.contract.ModelConfig;
import flights.core.contract.RequestParser;
import java.util.List;

/**
 * A registered model that can be asked.
 *
 * @param version the champion
 * @param card what is told about the version; null when there is none that can be read
 * @param parser of its requests
 * @param away why nobody answers for it at the moment, with the way out; null when somebody does
 */
public record ServedModel(
    String name,
    String version,
    ModelConfig config,
    ModelCard card,
    RequestParser parser,
    String away) {

  static ServedModel of(
      String name, String version, ModelConfig config, ModelCard card, String away) {
    RequestParser parser = new RequestParser(config.inputSchema(), config.idColumn());
    return new ServedModel(name, version, config, card, parser, away);
  }

  /** What is asked for: all but the id, which the server gives. */
  public List<Field> asked() {
    return config.inputSchema().stream()
        .filter(field -> !field.name().equals(config.idColumn()))
        .toList();
  }
}
