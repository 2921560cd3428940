package flights.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom: the rules of the house, as CONTRIBUTING.md tells them. */
class ArchitectureTest {

  private static final String SPARK = "org.apache.spark..";
  private static final String[] WEB_SERVERS = {"io.javalin..", "org.eclipse.jetty.."};

  /** What serves any model. */
  private static final String[] ENGINE = {
    "flights.core..",
    "flights.model..",
    "flights.trainer..",
    "flights.predictor..",
    "flights.sql..",
    "flights.connect..",
    "flights.web.."
  };

  /** What only flights need; it may lie inside packages of the engine. */
  private static final String[] DOMAIN = {
    "flights.flight..", "flights.model.delay..", "flights.web.flight.."
  };

  /** What plays the outside world. */
  private static final String WORKLOADS = "flights.workloads..";

  /** Where the web server is put together of all that there is. */
  private static final String ASSEMBLY = "flights.web";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes = BuiltModules.classes();
  }

  @Test
  void packagesHaveNoCircles() {
    slices().matching("flights.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theWebServerHasNoSpark() {
    noneOf("flights.web..").dependsOn(SPARK).check(classes);
  }

  /**
   * What comes in by a page never becomes a part of a query: there is nothing there to query with.
   */
  @Test
  void theWebServerHasNoSql() {
    noneOf("flights.web..")
        .dependsOn("flights.sql..", "flights.trainer..", "flights.predictor..", "java.sql..")
        .check(classes);
  }

  @Test
  void whatRunsOnSparkHasNoWebServer() {
    noneOf(
            "flights.model..",
            "flights.trainer..",
            "flights.predictor..",
            "flights.sql..",
            "flights.flight..")
        .dependsOn(WEB_SERVERS)
        .check(classes);
  }

  @Test
  void nobodyElseHasKafkaConnect() {
    noClasses()
        .that()
        .resideOutsideOfPackage("flights.connect..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("flights.connect..", "org.apache.kafka.connect..")
        .check(classes);
    noneOf("flights.connect..").dependsOn(SPARK).check(classes);
  }

  @Test
  void theCoreHasNeither() {
    noneOf("flights.core..").dependsOn(SPARK).check(classes);
    noneOf("flights.core..").dependsOn(WEB_SERVERS).check(classes);
  }

  @Test
  void theEngineKnowsNoFlights() {
    noneOf(engine()).dependsOn(DOMAIN).check(classes);
  }

  @Test
  void nobodyKnowsTheWorkloads() {
    noClasses()
        .that()
        .resideOutsideOfPackage(WORKLOADS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(WORKLOADS)
        .check(classes);
    noneOf(WORKLOADS).dependsOn(SPARK).check(classes);
  }

  private static DescribedPredicate<JavaClass> engine() {
    return resideInAnyPackage(ENGINE)
        .and(not(resideInAnyPackage(DOMAIN)))
        .and(not(resideInAPackage(ASSEMBLY)));
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
