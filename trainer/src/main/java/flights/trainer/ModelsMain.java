package flights.trainer;

import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import java.util.List;

/** Lists the registered versions of models, and moves champions. */
public final class ModelsMain {

  private static final String USAGE =
      "./flights models [NAME] | models promote NAME VERSION | models rollback NAME";

  private ModelsMain() {}

  public static void main(String[] args) {
    Command.run(
        USAGE,
        3,
        args,
        (settings, given, store) ->
            System.out.println(answer(given.names(), new ModelRegistry(store.database()))));
  }

  static String answer(List<String> words, ModelRegistry registry) {
    String command = words.isEmpty() ? "" : words.get(0);
    if (command.equals("promote") && words.size() == 3) {
      return moved(registry.promote(words.get(1), words.get(2), "promoted by hand"));
    }
    if (command.equals("rollback") && words.size() == 2) {
      return moved(registry.rollback(words.get(1)));
    }
    if (words.size() > 1 || command.equals("promote") || command.equals("rollback")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    return new ModelList(registry).text(words.isEmpty() ? null : command);
  }

  private static String moved(Champion champion) {
    return champion.name() + " " + champion.version() + " is the champion: " + champion.reason();
  }
}
