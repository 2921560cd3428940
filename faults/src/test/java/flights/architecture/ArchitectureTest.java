package flights.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom, as CONTRIBUTING.md tells it. */
class ArchitectureTest {

  private static final String SPARK = "org.apache.spark..";
  private static final String[] WEB_SERVERS = {"io.javalin..", "org.eclipse.jetty.."};

  /** Circles that are still there, by one dependency each that has to go. */
  private static final List<Dependency> KNOWN =
      List.of(
          new Dependency("predictor.batch", "predictor"),
          new Dependency("trainer.pipeline", "trainer.gate"));

  private static JavaClasses classes;

  /** From one package to another, both below {@code flights}. */
  private record Dependency(String from, String to) {}

  @BeforeAll
  static void read() {
    classes = BuiltModules.classes();
  }

  @Test
  void packagesHaveNoCircles() {
    circlesBut(KNOWN).check(classes);
  }

  @Test
  void everyKnownCircleIsStillThere() {
    assertThat(KNOWN)
        .allSatisfy(
            known -> {
              List<Dependency> others = KNOWN.stream().filter(it -> it != known).toList();
              assertThat(circlesBut(others).evaluate(classes).hasViolation())
                  .as("this has been mended and is to be taken out of the list")
                  .isTrue();
            });
  }

  @Test
  void theWebServerHasNoSpark() {
    dependOn(SPARK, "flights.web..").check(classes);
  }

  @Test
  void whatRunsOnSparkHasNoWebServer() {
    dependOn(WEB_SERVERS, "flights.model..", "flights.trainer..", "flights.predictor..")
        .check(classes);
  }

  @Test
  void theCoreHasNeither() {
    dependOn(SPARK, "flights.core..").check(classes);
    dependOn(WEB_SERVERS, "flights.core..").check(classes);
  }

  private static SliceRule circlesBut(List<Dependency> known) {
    SliceRule rule = slices().matching("flights.(**)").should().beFreeOfCycles();
    for (Dependency it : known) {
      rule =
          rule.ignoreDependency(
              resideInAPackage("flights." + it.from), resideInAPackage("flights." + it.to));
    }
    return rule;
  }

  private static ArchRule dependOn(String foreign, String... packages) {
    return dependOn(new String[] {foreign}, packages);
  }

  private static ArchRule dependOn(String[] foreign, String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(foreign);
  }
}
