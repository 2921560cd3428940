package flights.trainer.card;

import java.util.Locale;

/** A drawing for a page; its colours come from the page's style, by class. */
final class Svg {

  /** Of every drawing: what a phone shows without making the letters smaller. */
  static final double WIDTH = 360;

  private final StringBuilder markup = new StringBuilder();

  /**
   * An empty drawing.
   *
   * @param id no other drawing of the page has it
   * @param description what it shows, for those who cannot see it
   */
  Svg(String id, double height, String title, String description) {
    markup.append(
        """
        <svg role="img" viewBox="0 0 %s %s" aria-labelledby="%s-title %s-desc">
        <title id="%s-title">%s</title>
        <desc id="%s-desc">%s</desc>
        """
            .formatted(
                number(WIDTH),
                number(height),
                id,
                id,
                id,
                Html.escape(title),
                id,
                Html.escape(description)));
  }

  Svg rect(String style, double x, double y, double width, double height, String tip) {
    return element(
        "rect",
        "class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\""
            .formatted(style, number(x), number(y), number(width), number(height)),
        tip);
  }

  /** A rectangle that shows its colour in part, 0 to 1. */
  Svg shade(String style, double x, double y, double side, double share, String tip) {
    return element(
        "rect",
        "class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill-opacity=\"%s\""
            .formatted(style, number(x), number(y), number(side), number(side), number(share)),
        tip);
  }

  Svg circle(String style, double x, double y, double radius, String tip) {
    return element(
        "circle",
        "class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\""
            .formatted(style, number(x), number(y), number(radius)),
        tip);
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    markup.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(style, number(x1), number(y1), number(x2), number(y2)));
    return this;
  }

  /** Classes start, middle and end of the style say where the text is anchored. */
  Svg text(String style, double x, double y, String text) {
    markup.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(style, number(x), number(y), Html.escape(text)));
    return this;
  }

  @Override
  public String toString() {
    return markup + "</svg>\n";
  }

  private Svg element(String name, String attributes, String tip) {
    markup.append(
        "<%s %s><title>%s</title></%s>\n".formatted(name, attributes, Html.escape(tip), name));
    return this;
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
