package flights.workloads.sales;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.progress.Display;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.text.Bytes;
import flights.core.text.Count;
import flights.workloads.file.TargetFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code ./flights demo sales} does. */
final class SalesCommand {

  private static final String USAGE =
      "./flights demo sales generate [--rows N] [--seed N] [--to FILE]";
  private static final String ROWS = "1000000";
  private static final String SEED = "1";

  private final Settings settings;
  private final Path folder;
  private final PrintStream out;

  /**
   * The command.
   *
   * @param folder has the rules, and the products and stores to begin with
   */
  SalesCommand(Settings settings, Path folder, PrintStream out) {
    this.settings = settings;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Does what the words ask for; throws IllegalArgumentException or IllegalStateException with one
   * line that says what to change.
   */
  void run(List<String> words) {
    Arguments given = Arguments.read(USAGE, 1, words);
    if (!given.names().equals(List.of("generate"))) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    long rows = number(given, "--rows", ROWS, "0*[1-9]\\d{0,11}", "from 1 on");
    long seed = number(given, "--seed", SEED, "-?\\d{1,18}", "of at most 18 digits");
    Path to = given.option("--to").map(SalesCommand::path).orElse(usual());
    try (TargetFile target = TargetFile.open(to)) {
      Shop shop = shop();
      SalesReport report = write(shop, rows, seed, target);
      target.keep();
      tell(report, shop, seed, to);
    } catch (IOException e) {
      throw TargetFile.refused(to, e);
    }
  }

  private static long number(
      Arguments given, String option, String usual, String pattern, String expected) {
    String text = given.option(option).orElse(usual);
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException(
          "%s %s is no whole number %s; usage: %s".formatted(option, text, expected, USAGE));
    }
    return Long.parseLong(text);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--to is no name of a file: " + e.getReason(), e);
    }
  }

  private Path usual() {
    return settings.home().folder().resolve("demo").resolve("sales.csv");
  }

  private Shop shop() {
    try (Store store = Store.open(settings)) {
      Check check = store.check();
      if (!check.up()) {
        throw new IllegalStateException(
            "the products and stores to make sales of are in the store, but "
                + check.detail()
                + (settings.embeddedStore() ? "; ./flights up starts the embedded one" : ""));
      }
      try {
        ShopCollections collections = new ShopCollections(store, folder);
        collections.seed().forEach(out::println);
        return collections.shop();
      } catch (MongoException e) {
        throw new IllegalStateException(store.words(e), e);
      }
    }
  }

  private SalesReport write(Shop shop, long rows, long seed, TargetFile target) throws IOException {
    try (RowsProgress progress = new RowsProgress(rows, Display.onConsole())) {
      SalesReport report = new SalesGenerator(shop).write(rows, seed, target.out(), progress);
      progress.finished();
      return report;
    }
  }

  private void tell(SalesReport report, Shop shop, long seed, Path to) {
    out.printf(
        "%s: %s (%s) from %s to %s, %s in %s, seed %d%n",
        to,
        Count.of(report.rows(), "row"),
        Bytes.of(report.bytes()),
        report.first(),
        report.last(),
        Count.of(shop.products().size(), "product"),
        Count.of(shop.stores().size(), "store"),
        seed);
    out.printf(
        "wrong on purpose: %s (%s)%n",
        Count.of(report.dirtyRows(), "row"),
        Arrays.stream(DirtyKind.values())
            .map(kind -> "%s %,d".formatted(kind.reason(), report.dirty().get(kind)))
            .collect(Collectors.joining(", ")));
    out.printf(
        "next: ./flights train sales --data %s, or upload it on http://%s/models/sales/trainings%n",
        to, settings.webAddress());
  }
}
