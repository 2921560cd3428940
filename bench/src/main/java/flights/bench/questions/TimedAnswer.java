package flights.bench.questions;

import flights.bench.report.Findings;
import java.util.Locale;

/**
 * What has become of a question.
 *
 * @param millis until its end, whatever that was
 * @param detail what the store has said against it; empty when it has answered
 */
public record TimedAnswer(Outcome outcome, double millis, String detail) {

  /** How a question can end. */
  public enum Outcome {
    ANSWERED("answered"),
    /** It is too much for the store to hold. */
    REFUSED("refused"),
    TOO_LONG("too long"),
    /** The store cannot do it. */
    ERROR("error"),
    /** The store has ended, or does not answer anything any more. */
    DEAD("store is gone");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  private String firstLine() {
    return detail.lines().findFirst().orElse("");
  }

  /** What is refused is a remark, and what is worse makes the bench fail. */
  public void tell(Findings findings, String group, String question) {
    String remark = group + ", " + question + ": " + words();
    switch (outcome) {
      case ANSWERED -> findings.figure(group, question, millis, "ms");
      case REFUSED -> findings.remark(remark);
      case TOO_LONG, ERROR, DEAD -> findings.fail(remark + " (" + firstLine() + ")");
    }
  }

  /** In a few words, for a table. */
  public String words() {
    String time = String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    return outcome == Outcome.ANSWERED ? time : outcome.words + ", " + time;
  }
}
