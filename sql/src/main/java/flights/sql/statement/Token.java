package flights.sql.statement;

import java.util.Locale;

/**
 * A word, a text in quotes, a number or a sign of a statement.
 *
 * @param text what it says, without quotes
 * @param start where it begins in the file's text
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end, Place place) {

  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String wordOrSign) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(wordOrSign);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** The same for all ways to write it: spaces, comments and the case of words do not count. */
  String normalised() {
    return switch (kind) {
      case WORD -> text.toLowerCase(Locale.ROOT);
      case TEXT -> "'" + text + "'";
      case QUOTED_NAME -> "`" + text + "`";
      default -> text;
    };
  }

  /** For a message. */
  String shown() {
    return kind == Kind.END ? "the end of the file" : "\"" + text + "\"";
  }
}
