package flights.sql.statement;

import flights.core.text.ClosestName;
import flights.sql.statement.Statement.Name;
import flights.sql.statement.Token.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Goes through the tokens of a file. */
final class TokenCursor {

  private final String text;
  private final List<Token> tokens;
  private int at;

  TokenCursor(String file, String text) {
    this.text = text;
    this.tokens = Lexer.tokens(file, text);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token take() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Passes these words if they come next. */
  boolean takes(String... words) {
    boolean sees = sees(words);
    if (sees) {
      at += words.length;
    }
    return sees;
  }

  /** Passes one of these words, and gives it as it stands in the list. */
  String oneOf(List<String> words) {
    Token token = take();
    return words.stream()
        .filter(token::is)
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    token,
                    words.stream().collect(Collectors.joining(" or ")),
                    token.isName() ? ClosestName.hint(token.text(), words) : ""));
  }

  void expect(String word) {
    oneOf(List.of(word));
  }

  Name name(String what) {
    Token token = take();
    if (!token.isName()) {
      throw fault(token, what, "");
    }
    return new Name(token.text(), token.place());
  }

  Token textOrNumber() {
    Token token = take();
    if (token.kind() != Kind.TEXT && token.kind() != Kind.NUMBER) {
      throw fault(token, "a value in quotes", "");
    }
    return token;
  }

  OptionalLong limit() {
    if (!takes("LIMIT")) {
      return OptionalLong.empty();
    }
    Token token = take();
    if (token.kind() != Kind.NUMBER || !token.text().matches("[1-9]\\d{0,8}")) {
      throw fault(token, "a whole number from 1", "");
    }
    return OptionalLong.of(Long.parseLong(token.text()));
  }

  int position() {
    return at;
  }

  /** Goes to the end of the statement, or to the given words behind all brackets. */
  void skipTo(String... words) {
    for (int depth = 0; !atEnd() && !peek().is(";"); at++) {
      if (depth == 0 && words.length > 0 && sees(words)) {
        return;
      }
      depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
    }
  }

  /** What stands between two positions, for Spark. */
  SqlText part(int from, int to) {
    Token first = tokens.get(from);
    String part = to > from ? text.substring(first.start(), tokens.get(to - 1).end()) : "";
    return SqlText.of(first.place(), part);
  }

  String normalised(int from) {
    return tokens.subList(from, at).stream()
        .map(Token::normalised)
        .collect(Collectors.joining(" "));
  }

  static SqlFault fault(Token token, String wanted, String hint) {
    return new SqlFault(
        token.place(), "there is " + token.shown() + " where " + wanted + " is expected" + hint);
  }
}
