package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CardPageTest {

  private static final String PAGE = CardPage.of(SampleCards.named("flight-delay"));

  @Test
  void hasTheFigures() {
    assertThat(PAGE)
        .contains("<strong>62.9%</strong> of 61,200 rows")
        .contains("departure delay, table", "★ 0.844", "584", "327,346", "9,430 without arrival")
        .contains("more than 15 minutes early");
  }

  @Test
  void escapesWhateverItIsTold() {
    String page = CardPage.of(SampleCards.named("<script>alert('${name}')</script>\""));
    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(&#39;${name}&#39;)&lt;/script&gt;&quot;");
  }

  @Test
  void needsNothingElse() {
    assertThat(PAGE).doesNotContain("http:", "https:", "src=", "@import", "url(", "<link");
  }

  @Test
  void leavesNoPlaceOpen() {
    assertThat(PAGE).doesNotContain("${", "null", "NaN");
  }

  @Test
  void givesEveryDrawingItsOwnTitleAndDescription() throws Exception {
    List<String> drawings =
        Pattern.compile("(?s)<svg.*?</svg>")
            .matcher(PAGE)
            .results()
            .map(found -> found.group())
            .toList();
    assertThat(drawings).hasSize(8).doesNotHaveDuplicates();
    for (String drawing : drawings) {
      Document svg = parse(drawing);
      String[] ids = svg.getDocumentElement().getAttribute("aria-labelledby").split(" ", -1);
      assertThat(PAGE)
          .containsOnlyOnce("id=\"" + ids[0] + "\"")
          .containsOnlyOnce("id=\"" + ids[1] + "\"");
      assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
