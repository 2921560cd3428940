package flights.workloads.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Reads and checks the file of rules. */
final class RulesFile {

  private static final double LEAST_FACTOR = 0.001;
  private static final double MOST_FACTOR = 1000;
  private static final double MOST_PRICE = 1_000_000;
  private static final double MOST_ELASTICITY = 10;
  private static final double MOST_CUT = 0.9;
  private static final int MOST_DAYS = 10_000;
  private static final int MOST_YEARS = 100;

  /** Below this, noise would need another way to be drawn. */
  private static final double LEAST_DISPERSION = 1;

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private RulesFile() {}

  static SalesRules read(Path file) {
    try {
      return rules(new RuleNode(file.toString(), "", YAML.readTree(Files.readAllBytes(file))));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new SalesException(
          file + " line " + line + ": " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new SalesException("the rules " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static SalesRules rules(RuleNode all) {
    all.requireKeys(
        Set.of("history", "kinds", "sizes", "regions", "weekday", "promotions", "noise", "dirty"));
    Map<String, ProductKind> kinds = all.each("kinds", RulesFile::kind);
    return new SalesRules(
        history(all.part("history", "last_day", "years", "most_years")),
        kinds,
        all.each("sizes", size -> size.number(LEAST_FACTOR, MOST_FACTOR)),
        all.each("regions", region -> region(region, kinds.keySet())),
        all.numbers("weekday", 7, LEAST_FACTOR, MOST_FACTOR),
        promotions(all.part("promotions", "every", "days", "cuts")),
        noise(all.part("noise", "dispersion", "most")),
        dirty(all));
  }

  private static SalesRules.HistoryRule history(RuleNode part) {
    int years = part.whole("years", 1, MOST_YEARS);
    return new SalesRules.HistoryRule(
        part.date("last_day"), years, part.whole("most_years", years, MOST_YEARS));
  }

  private static ProductKind kind(RuleNode part) {
    part.requireKeys(Set.of("quantity", "typical_price", "elasticity", "trend", "season"));
    return new ProductKind(
        part.number("quantity", LEAST_FACTOR, MOST_FACTOR),
        part.number("typical_price", 0.01, MOST_PRICE),
        part.number("elasticity", 0, MOST_ELASTICITY),
        part.number("trend", 0.1, 10),
        part.numbers("season", 12, LEAST_FACTOR, MOST_FACTOR));
  }

  private static SalesRegion region(RuleNode part, Set<String> kinds) {
    part.requireKeys(Set.of("demand", "kinds"));
    Map<String, Double> further = Map.of();
    if (part.has("kinds")) {
      part.part("kinds", kinds.toArray(String[]::new));
      further = part.each("kinds", kind -> kind.number(LEAST_FACTOR, MOST_FACTOR));
    }
    return new SalesRegion(part.number("demand", LEAST_FACTOR, MOST_FACTOR), further);
  }

  private static SalesRules.PromotionRule promotions(RuleNode part) {
    int every = part.whole("every", 1, MOST_DAYS);
    return new SalesRules.PromotionRule(
        every, part.whole("days", 0, every), part.numbers("cuts", 0, 0, MOST_CUT));
  }

  private static SalesRules.NoiseRule noise(RuleNode part) {
    return new SalesRules.NoiseRule(
        part.number("dispersion", LEAST_DISPERSION, 1e6), part.whole("most", 1, 1_000_000));
  }

  private static Map<DirtyKind, Double> dirty(RuleNode all) {
    DirtyKind[] kinds = DirtyKind.values();
    RuleNode part =
        all.part("dirty", Arrays.stream(kinds).map(DirtyKind::key).toArray(String[]::new));
    Map<DirtyKind, Double> shares = new EnumMap<>(DirtyKind.class);
    for (DirtyKind kind : kinds) {
      shares.put(kind, part.number(kind.key(), 0, 1));
    }
    return shares;
  }
}
