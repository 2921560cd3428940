package flights.trainer.gate;

/**
 * Whether a new version takes the champion's place.
 *
 * @param reason in words, with the figures
 */
public record Verdict(boolean promoted, String reason) {}
