package flights.workloads.sales;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.progress.Display;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.text.Bytes;
import flights.core.text.Count;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a file of sales, of the products and stores in the store and by the rules. */
public final class SalesMain {

  private static final String USAGE =
      "./flights demo sales generate [--rows N] [--seed N] [--to FILE]";
  private static final String ROWS = "1000000";
  private static final String SEED = "1";

  private SalesMain() {}

  public static void main(String[] args) {
    try {
      run(Settings.fromEnvironment(), Arguments.read(USAGE, 1, List.of(args)));
    } catch (IllegalArgumentException e) {
      stop(2, e.getMessage());
    } catch (IllegalStateException e) {
      stop(1, e.getMessage());
    }
  }

  private static void stop(int code, String message) {
    System.err.println("flights: " + message);
    System.exit(code);
  }

  private static void run(Settings settings, Arguments given) {
    if (!given.names().equals(List.of("generate"))) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    long rows = number(given, "--rows", ROWS, "\\d{1,12}");
    long seed = number(given, "--seed", SEED, "-?\\d{1,18}");
    if (rows == 0) {
      throw new IllegalArgumentException("--rows 0 makes no file: at least 1");
    }
    Path to = given.option("--to").map(SalesMain::path).orElse(usual(settings));
    try (TargetFile target = TargetFile.open(to)) {
      Shop shop = shop(settings);
      SalesReport report = write(shop, rows, seed, target);
      target.keep();
      tell(report, shop, seed, to, settings);
    } catch (IOException e) {
      throw TargetFile.refused(to, e);
    }
  }

  private static long number(Arguments given, String option, String usual, String pattern) {
    String text = given.option(option).orElse(usual);
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException(
          option + " " + text + " is no such number; usage: " + USAGE);
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

  private static Path usual(Settings settings) {
    return settings.home().folder().resolve("demo").resolve("sales.csv");
  }

  private static Shop shop(Settings settings) {
    Path folder =
        Path.of(System.getProperty("flights.root", "."), "resources", "pipelines", "sales");
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
        collections.seed().forEach(System.out::println);
        return collections.shop();
      } catch (MongoException e) {
        throw new IllegalStateException(store.words(e), e);
      }
    }
  }

  private static SalesReport write(Shop shop, long rows, long seed, TargetFile target)
      throws IOException {
    try (RowsProgress progress = new RowsProgress(rows, Display.onConsole())) {
      SalesReport report = new SalesGenerator(shop).write(rows, seed, target.out(), progress);
      progress.finished();
      return report;
    }
  }

  private static void tell(SalesReport report, Shop shop, long seed, Path to, Settings settings) {
    System.out.printf(
        "%s: %s (%s) from %s to %s, %s in %s, seed %d%n",
        to,
        Count.of(report.rows(), "row"),
        Bytes.of(report.bytes()),
        report.first(),
        report.last(),
        Count.of(shop.products().size(), "product"),
        Count.of(shop.stores().size(), "store"),
        seed);
    System.out.printf(
        "wrong on purpose: %s (%s)%n",
        Count.of(report.dirtyRows(), "row"),
        Arrays.stream(DirtyKind.values())
            .map(kind -> "%s %,d".formatted(kind.reason(), report.dirty().get(kind)))
            .collect(Collectors.joining(", ")));
    System.out.printf(
        "next: ./flights train sales --data %s, or upload it on http://%s/models/sales%n",
        to, settings.webAddress());
  }
}
