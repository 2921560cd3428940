package flights.workloads.sales;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.DemoSalesCommand;
import flights.core.command.StreamCommands.DemoSalesGenerateCommand;
import flights.core.progress.Display;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.text.Bytes;
import flights.core.text.Count;
import flights.workloads.file.TargetFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code ./flights demo sales} does. */
final class SalesCommand {

  private static final long MOST_ROWS = 999_999_999_999L;

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
    Object asked = CommandLines.parse(DemoSalesCommand.class, words);
    generate((DemoSalesGenerateCommand) asked);
  }

  private void generate(DemoSalesGenerateCommand asked) {
    long rows = CommandLines.within("--rows", asked.rows(), 1, MOST_ROWS);
    Path to = asked.to().orElse(usual());
    try (TargetFile target = TargetFile.open(to)) {
      Shop shop = shop();
      SalesReport report = write(shop, rows, asked.seed(), target);
      target.keep();
      tell(report, shop, asked.seed(), to);
    } catch (IOException e) {
      throw TargetFile.refused(to, e);
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
