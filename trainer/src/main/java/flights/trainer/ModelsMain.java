package flights.trainer;

import flights.core.command.ModelCommands.ModelsCommand;
import flights.core.command.ModelCommands.ModelsCompareCommand;
import flights.core.command.ModelCommands.ModelsPromoteCommand;
import flights.core.command.ModelCommands.ModelsRollbackCommand;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.model.command.Command;
import java.util.Optional;

/** Lists the registered versions of models, compares them, and moves champions. */
public final class ModelsMain {

  private ModelsMain() {}

  public static void main(String[] args) {
    Command.runChosen(
        ModelsCommand.class,
        args,
        (settings, asked, store) -> tell(asked, new ModelRegistry(store.database())));
  }

  private static void tell(Object asked, ModelRegistry registry) {
    if (asked instanceof ModelsCompareCommand compare) {
      Comparison comparison = Comparison.of(registry, compare.name(), compare.version());
      System.out.println(compare.json() ? comparison.json() : comparison.text());
      comparison.requirePass();
    } else {
      System.out.println(answer(asked, registry));
    }
  }

  static String answer(Object asked, ModelRegistry registry) {
    if (asked instanceof ModelsPromoteCommand promote) {
      return moved(registry.promote(promote.name(), promote.version(), promote.reason()));
    }
    if (asked instanceof ModelsRollbackCommand rollback) {
      return rolledBack(registry, rollback.name(), rollback.from());
    }
    ModelsCommand list = (ModelsCommand) asked;
    ModelList models = new ModelList(registry);
    String name = list.name().orElse(null);
    return list.json() ? models.json(name) : models.text(name);
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
