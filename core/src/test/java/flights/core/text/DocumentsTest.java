package flights.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The documents and pages lead somewhere, in plain words. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /** Words of a dialect that readers who are not native cannot look up. */
  private static final List<String> DIALECT =
      List.of(
          "finds a hole",
          "closes its books",
          "may vouch",
          "what is much gathers",
          "answers since",
          "99 in 100 within",
          "half within",
          "knows us as",
          "rules of the house",
          "ours keeps");

  /** Names, and words that are right here and seldom elsewhere. */
  private static final String KNOWN_WORDS =
      "jurney,ines,mke,anc,nin,mape,unknow,statics,readby,atleast,atmost,bottomn";

  private static final String PROGRAMS = System.getenv("FLIGHTS_TEST_SCHEMATHESIS");

  @Test
  void everyWordIsSpeltRight() throws Exception {
    Assumptions.assumeTrue(
        PROGRAMS != null,
        "FLIGHTS_TEST_SCHEMATHESIS names no folder of programs; ./flights test installs one");
    List<String> command = new ArrayList<>(List.of(Path.of(PROGRAMS, "codespell").toString()));
    command.addAll(List.of("--quiet-level", "3", "--ignore-words-list", KNOWN_WORDS));
    Stream.of(files(".md"), files(".html"), files(".java"))
        .flatMap(List::stream)
        .map(file -> ROOT.relativize(file).toString())
        // Tests have mistakes on purpose.
        .filter(file -> !file.contains("src/test"))
        .forEach(command::add);
    Process check =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    String found = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(found).isZero();
  }

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : files(".md")) {
      String text = Files.readString(document);
      LINK.matcher(withoutCode(text))
          .results()
          .map(found -> found.group(1))
          .filter(link -> !link.contains(":"))
          .filter(link -> !leads(document, text, link))
          .forEach(link -> broken.add(ROOT.relativize(document) + ": " + link));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noDialectIsSpoken() throws IOException {
    List<String> spoken = new ArrayList<>();
    List<Path> pages = new ArrayList<>(files(".md"));
    pages.addAll(files(".html"));
    for (Path page : pages) {
      String text = Files.readString(page).toLowerCase(Locale.ROOT);
      DIALECT.stream()
          .filter(text::contains)
          .forEach(words -> spoken.add(ROOT.relativize(page) + ": " + words));
    }
    assertThat(spoken).isEmpty();
  }

  private static boolean leads(Path document, String text, String link) {
    int hash = link.indexOf('#');
    String name = hash < 0 ? link : link.substring(0, hash);
    Path target = name.isEmpty() ? document : document.resolveSibling(name).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    try {
      return hash < 0
          || headings(target.equals(document) ? text : Files.readString(target))
              .contains(link.substring(hash + 1));
    } catch (IOException e) {
      return false;
    }
  }

  /** As the usual viewers of Markdown name them. */
  private static Set<String> headings(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
  }

  private static List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(suffix))
          .filter(
              file ->
                  Stream.of(".git", "target", "var", "node_modules")
                      .noneMatch(
                          part ->
                              Stream.iterate(ROOT.relativize(file), Path::getParent)
                                  .takeWhile(it -> it != null)
                                  .anyMatch(it -> it.endsWith(part))))
          .toList();
    }
  }
}
