package flights.standalone;

import java.util.List;

/**
 * What {@code status} is to tell beside how everything is.
 *
 * @param memory what each process holds
 */
record StatusOptions(boolean memory) {

  private static final String MEMORY = "--memory";

  static StatusOptions of(List<String> words) {
    for (String word : words) {
      if (!word.equals(MEMORY)) {
        throw new StartException(
            word + " is not understood; usage: ./flights status [" + MEMORY + "]");
      }
    }
    return new StatusOptions(!words.isEmpty());
  }
}
