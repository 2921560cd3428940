package flights.sql.statement;

import flights.sql.statement.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a file as tokens, without comments; the last one is its end. */
final class Lexer {

  private final String file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Throws {@link SqlFault} when a quote or a comment does not end. */
  static List<Token> tokens(String file, String text) {
    Lexer lexer = new Lexer(file, text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Kind.END, "", text.length(), text.length(), lexer.place()));
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      advance(at + 1);
    } else if (text.startsWith("--", at)) {
      int end = text.indexOf('\n', at);
      advance(end < 0 ? text.length() : end);
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      advance(closed(end, "the comment") + 2);
    } else if (c == '\'' || c == '"') {
      quoted(c, Kind.TEXT);
    } else if (c == '`') {
      quoted(c, Kind.QUOTED_NAME);
    } else if (Character.isDigit(c)) {
      add(Kind.NUMBER, endOf(it -> Character.isLetterOrDigit(it) || it == '.'));
    } else if (Character.isLetter(c) || c == '_') {
      add(Kind.WORD, endOf(it -> Character.isLetterOrDigit(it) || it == '_'));
    } else {
      add(Kind.SIGN, at + 1);
    }
  }

  /** As in Spark: a backslash keeps the next sign, and in names a doubled quote is one. */
  private void quoted(char quote, Kind kind) {
    StringBuilder content = new StringBuilder();
    int i = at + 1;
    for (; ; i++) {
      if (i >= text.length()) {
        closed(-1, "the text in " + quote);
      }
      char c = text.charAt(i);
      boolean doubled = c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote;
      if (doubled || (c == '\\' && kind == Kind.TEXT && i + 1 < text.length())) {
        i++;
      } else if (c == quote) {
        break;
      }
      content.append(text.charAt(i));
    }
    tokens.add(new Token(kind, content.toString(), at, i + 1, place()));
    advance(i + 1);
  }

  private int closed(int end, String what) {
    if (end < 0) {
      throw new SqlFault(place(), what + " that begins here does not end");
    }
    return end;
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at, end, place()));
    advance(end);
  }

  private interface Characters {
    boolean has(char c);
  }

  private int endOf(Characters part) {
    int end = at;
    while (end < text.length() && part.has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void advance(int to) {
    for (; at < to; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
  }

  private Place place() {
    return new Place(file, line, at - lineStart + 1);
  }
}
