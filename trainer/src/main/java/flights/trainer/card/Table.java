package flights.trainer.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a page: the first column names what a row is about, the others are figures. */
final class Table {

  private final String caption;
  private final List<String> headings;
  private final List<String> rows = new ArrayList<>();

  Table(String caption, String... headings) {
    this.caption = caption;
    this.headings = List.of(headings);
  }

  Table row(String name, List<String> figures) {
    rows.add(
        "<tr><th scope=\"row\">"
            + Html.escape(name)
            + "</th>"
            + cells("<td>", figures.stream(), "</td>")
            + "</tr>\n");
    return this;
  }

  Table row(String name, String... figures) {
    return row(name, List.of(figures));
  }

  @Override
  public String toString() {
    return """
    <div class="table" tabindex="0" role="region" aria-label="%s"><table>
    <caption>%s</caption>
    <thead><tr>%s</tr></thead>
    <tbody>
    %s</tbody></table></div>
    """
        .formatted(
            Html.escape(caption),
            Html.escape(caption),
            cells("<th scope=\"col\">", headings.stream(), "</th>"),
            String.join("", rows));
  }

  private static String cells(String open, Stream<String> texts, String close) {
    return texts.map(text -> open + Html.escape(text) + close).collect(Collectors.joining());
  }
}
