package flights.workloads.snapshot;

import java.nio.charset.StandardCharsets;

/** How often each word is sent, and how long it is: another summary than the weather's. */
record WordCounts() implements Summary<String, WordCounts.WordCount> {

  record WordCount(long count, int letters) {
    WordCount {
      if (count < 1) {
        throw new IllegalArgumentException("count is " + count);
      }
    }
  }

  @Override
  public Class<WordCount> type() {
    return WordCount.class;
  }

  @Override
  public String decode(byte[] message) {
    String word = new String(message, StandardCharsets.UTF_8);
    if (word.isBlank()) {
      throw new IllegalArgumentException("no word");
    }
    return word;
  }

  @Override
  public String key(String word) {
    return word;
  }

  @Override
  public WordCount add(WordCount before, String word) {
    return before == null
        ? new WordCount(1, word.length())
        : new WordCount(before.count() + 1, before.letters());
  }
}
