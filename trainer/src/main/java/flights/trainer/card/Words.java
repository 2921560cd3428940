package flights.trainer.card;

import java.util.ArrayList;
import java.util.List;

/** Text made to fit. */
final class Words {

  private Words() {}

  /** Lines of no more than so many letters, where the words allow. */
  static List<String> wrap(String text, int letters) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line);
        line = "";
      }
      line = line.isEmpty() ? word : line + " " + word;
    }
    lines.add(line);
    return lines;
  }

  static String shorten(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
  }
}
