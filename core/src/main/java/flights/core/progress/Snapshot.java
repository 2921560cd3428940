package flights.core.progress;

import java.time.Duration;

/**
 * How far a run is.
 *
 * @param stage the one that runs
 * @param number which of the planned stages that is, from 1; 0 when it is none of them
 * @param stages how many are planned
 * @param rows 0 when not told
 * @param done of the whole run, from 0 to 1; NaN when that cannot be told
 * @param inStage since the stage began
 * @param inAll since the run began
 */
public record Snapshot(
    String stage,
    int number,
    int stages,
    long rows,
    double done,
    Duration inStage,
    Duration inAll) {}
