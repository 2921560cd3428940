package flights.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom: the rules of the house, as CONTRIBUTING.md tells them. */
class ArchitectureTest {

  private static final String SPARK = "org.apache.spark..";
  private static final String[] WEB_SERVERS = {"io.javalin..", "org.eclipse.jetty.."};

  /** What serves any model. */
  private static final String[] ENGINE = {
    "flights.core..", "flights.model..", "flights.trainer..", "flights.predictor..", "flights.web.."
  };

  /** What only flights need; it may lie inside packages of the engine. */
  private static final String[] DOMAIN = {
    "flights.flight..", "flights.model.delay..", "flights.web.flight.."
  };

  /** Where the web server is put together of all that there is. */
  private static final String ASSEMBLY = "flights.web";

  /** Circles that are still there, by one dependency each that has to go. */
  private static final List<Dependency> KNOWN_CIRCLES =
      List.of(
          new Dependency("flight.spark.outcome", "flight.spark"),
          new Dependency("predictor.batch", "predictor"),
          new Dependency("trainer.pipeline", "trainer.gate"));

  /** Classes of the engine that still know flights. */
  private static final List<String> KNOW_FLIGHTS =
      List.of(
          "flights.web.answers.Answer",
          "flights.web.models.Practice",
          "flights.web.predictions.PredictPage");

  private static JavaClasses classes;

  /** From one package to another, both below {@code flights}. */
  private record Dependency(String from, String to) {}

  @BeforeAll
  static void read() {
    classes = BuiltModules.classes();
  }

  @Test
  void packagesHaveNoCircles() {
    noCirclesBut(KNOWN_CIRCLES).check(classes);
  }

  @Test
  void theWebServerHasNoSpark() {
    noneOf("flights.web..").dependsOn(SPARK).check(classes);
  }

  @Test
  void whatRunsOnSparkHasNoWebServer() {
    noneOf("flights.model..", "flights.trainer..", "flights.predictor..", "flights.flight..")
        .dependsOn(WEB_SERVERS)
        .check(classes);
  }

  @Test
  void theCoreHasNeither() {
    noneOf("flights.core..").dependsOn(SPARK).check(classes);
    noneOf("flights.core..").dependsOn(WEB_SERVERS).check(classes);
  }

  @Test
  void theEngineKnowsNoFlights() {
    noneOf(engine().and(not(isOneOf(KNOW_FLIGHTS)))).dependsOn(DOMAIN).check(classes);
  }

  /** What has been mended is to be taken out of the lists. */
  @Test
  void whatIsListedIsStillThere() {
    for (Dependency known : KNOWN_CIRCLES) {
      List<Dependency> others = KNOWN_CIRCLES.stream().filter(it -> it != known).toList();
      assertThat(noCirclesBut(others).evaluate(classes).hasViolation()).as("%s", known).isTrue();
    }
    for (String name : KNOW_FLIGHTS) {
      assertThat(classes.contain(name)).as("there is a class %s", name).isTrue();
      ArchRule rule = noneOf(engine().and(isOneOf(List.of(name)))).dependsOn(DOMAIN);
      assertThat(rule.evaluate(classes).hasViolation()).as(name).isTrue();
    }
  }

  private static SliceRule noCirclesBut(List<Dependency> known) {
    SliceRule rule = slices().matching("flights.(**)").should().beFreeOfCycles();
    for (Dependency it : known) {
      rule =
          rule.ignoreDependency(
              resideInAPackage("flights." + it.from), resideInAPackage("flights." + it.to));
    }
    return rule;
  }

  private static DescribedPredicate<JavaClass> engine() {
    return resideInAnyPackage(ENGINE)
        .and(not(resideInAnyPackage(DOMAIN)))
        .and(not(resideInAPackage(ASSEMBLY)));
  }

  private static DescribedPredicate<JavaClass> isOneOf(List<String> names) {
    return describe("one of " + names, it -> names.contains(it.getName()));
  }

  private static Subject noneOf(String... packages) {
    return noneOf(resideInAnyPackage(packages));
  }

  private static Subject noneOf(DescribedPredicate<JavaClass> such) {
    return foreign ->
        noClasses().that(such).should().dependOnClassesThat().resideInAnyPackage(foreign);
  }

  /** Classes of which none may do something. */
  private interface Subject {

    ArchRule dependsOn(String... foreign);
  }
}
