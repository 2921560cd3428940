package flights.trainer.models;

import flights.core.check.Check;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.util.List;

/** Lists the registered versions of models, and moves champions. */
public final class ModelsMain {

  private static final String USAGE =
      "./flights models [NAME] | models promote NAME VERSION | models rollback NAME";
  private static final int BAD_USAGE = 2;

  private ModelsMain() {}

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      List<String> words = Arguments.read(USAGE, 3, List.of(args)).names();
      try (Store store = Store.open(settings)) {
        Check check = store.check();
        if (!check.up()) {
          throw new IllegalStateException(check.detail());
        }
        System.out.println(answer(words, new ModelRegistry(store.database())));
      }
    } catch (IllegalArgumentException e) {
      stop(e, BAD_USAGE);
    } catch (RuntimeException e) {
      stop(e, 1);
    }
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

  private static void stop(RuntimeException e, int code) {
    System.err.println("flights: " + e.getMessage());
    System.exit(code);
  }
}
