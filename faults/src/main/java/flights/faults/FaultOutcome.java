package flights.faults;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What a fault has done.
 *
 * @param skipped why it was not tried; null when it was
 * @param accepted by the web server or by Kafka, bad requests among them
 * @param once of these, stored once: as a prediction or, when they cannot be used, as a rejection
 * @param lost of these, in no collection
 * @param doubled of these, stored as a prediction and as a rejection, or as the wrong one
 * @param untold of these, neither on the response topic nor on the error topic
 * @param repeats on these topics: an answer that was told once more
 * @param contradictions answers that were told by another version than the stored one
 * @param late answers that a version has given after the next one had begun
 * @param refused with a status, such as 503
 * @param refusedBadly of these, with another status than 429 and 503, or without Retry-After
 * @param unsent for want of a connection
 * @param unknown neither accepted nor refused: the connection broke
 * @param unasked answered though they were not accepted; they were among the refused or unknown
 * @param rate requests a second
 * @param load of the machine, when it was over: how many wanted a processor
 * @param recoverMillis from the end of the fault, or from the kill, to the next answer
 */
record FaultOutcome(
    String fault,
    String what,
    Instant at,
    String commit,
    boolean isShort,
    String skipped,
    long accepted,
    long once,
    long lost,
    long doubled,
    long untold,
    long repeats,
    long contradictions,
    long late,
    long refused,
    long refusedBadly,
    long unsent,
    long unknown,
    long unasked,
    long recoverMillis,
    double seconds,
    int rate,
    double load,
    String remark) {

  static FaultOutcome skipped(Fault<?> fault, boolean isShort, String reason) {
    return untried(fault, isShort, reason, null);
  }

  /** The system did not recover, or did what it must not do. */
  static FaultOutcome broken(Fault<?> fault, boolean isShort, String reason) {
    return untried(fault, isShort, null, "FAILED: " + reason);
  }

  private static FaultOutcome untried(
      Fault<?> fault, boolean isShort, String skipped, String remark) {
    return new FaultOutcome(
        fault.name(),
        fault.what(),
        Instant.now(),
        TestSystem.commit(),
        isShort,
        skipped,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        remark);
  }

  /** How often an answer, or a refusal, was not what it must be. */
  long wrong() {
    return contradictions + late + refusedBadly;
  }

  @JsonIgnore
  boolean isGood() {
    return lost + doubled + untold + wrong() == 0 && (skipped != null || accepted > 0);
  }
}
