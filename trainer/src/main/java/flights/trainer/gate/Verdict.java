package flights.trainer.gate;

/**
 * Whether a new version is better than the champion.
 *
 * @param champion the version that it was compared with; null when there was none
 * @param reason in words, with the figures
 */
public record Verdict(boolean better, String champion, String reason) {

  /** The same, with what speaks against it. */
  Verdict but(String objection) {
    return new Verdict(false, champion, reason + "; but " + objection);
  }

  /** The same, when the new version takes the champion's place all the same. */
  public Verdict overruled() {
    return new Verdict(better, champion, "promoted by --promote although " + reason);
  }
}
