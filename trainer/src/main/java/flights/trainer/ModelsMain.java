package flights.trainer;

import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
import flights.model.command.Command;
import java.util.List;
import java.util.Optional;

/** Lists the registered versions of models, compares them, and moves champions. */
public final class ModelsMain {

  static final int MOST_NAMES = 3;
  static final String USAGE =
      "./flights models [NAME] | models compare NAME VERSION [--json]"
          + " | models promote NAME VERSION [--reason TEXT]"
          + " | models rollback NAME [--from VERSION]";

  private ModelsMain() {}

  public static void main(String[] args) {
    Command.run(
        USAGE,
        MOST_NAMES,
        args,
        (settings, given, store) -> tell(given, new ModelRegistry(store.database())));
  }

  private static void tell(Arguments given, ModelRegistry registry) {
    if (asks(given, "compare", 3)) {
      Comparison comparison = Comparison.of(registry, given.names().get(1), given.names().get(2));
      System.out.println(given.has("--json") ? comparison.json() : comparison.text());
      comparison.requirePass();
    } else {
      System.out.println(answer(given, registry));
    }
  }

  static String answer(Arguments given, ModelRegistry registry) {
    List<String> words = given.names();
    if (asks(given, "promote", 3)) {
      String reason = given.option("--reason").orElse("promoted by hand");
      return moved(registry.promote(words.get(1), words.get(2), reason));
    }
    if (asks(given, "rollback", 2)) {
      return rolledBack(registry, words.get(1), given.option("--from"));
    }
    if (words.size() > 1 || words.size() == 1 && USAGE.contains("models " + words.get(0) + " ")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    return new ModelList(registry).text(words.isEmpty() ? null : words.get(0));
  }

  private static boolean asks(Arguments given, String command, int words) {
    return given.names().size() == words && given.names().get(0).equals(command);
  }

  /** Who rolls back from a version that is not the champion any more has nothing left to do. */
  private static String rolledBack(ModelRegistry registry, String name, Optional<String> from) {
    Optional<Champion> present = registry.champion(name);
    if (from.isPresent() && present.filter(c -> c.version().equals(from.get())).isEmpty()) {
      return "%s %s is not the champion: nothing to roll back".formatted(name, from.get());
    }
    return moved(registry.rollback(name));
  }

  private static String moved(Champion champion) {
    return champion.name() + " " + champion.version() + " is the champion: " + champion.reason();
  }
}
