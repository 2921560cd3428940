package flights.standalone;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The commands {@code up}, {@code status} and {@code reset}. */
public final class StandaloneMain {

  private static final int USAGE = 2;

  private StandaloneMain() {}

  public static void main(String[] args) throws Exception {
    try {
      System.exit(run(args[0], List.of(args).subList(1, args.length)));
    } catch (IllegalArgumentException | StartException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  private static int run(String command, List<String> options) throws Exception {
    Settings settings = Settings.fromEnvironment();
    return switch (command) {
      case "up" -> new Up(settings, UpOptions.of(options), Launcher.fromSystemProperty()).run();
      case "status" -> new Status(settings, StatusOptions.of(options), System.out).print();
      case "reset" -> new Reset(settings, ResetOptions.of(Set.copyOf(options)), streams()).run();
      default -> throw new StartException("there is no command " + command);
    };
  }

  private static Path streams() {
    return Path.of(System.getProperty("flights.root", "."), "resources", "streams");
  }
}
