package flights.model.delay;

/**
 * Learns what a new scheduled duration means. A flight given more minutes either has more slack, or
 * the season's winds make it fly longer; which of both it was, only flights some weeks ahead tell.
 */
final class Retiming {

  /** This part of the past is known; the rest stands for the weeks ahead. */
  private static final double KNOWN = 0.75;

  private static final int LATEST_BLOCKS = 4;
  private static final double HARDLY_KNOWN = 0.5;

  /** So much weight has the belief that it is half and half, in squared minutes. */
  private static final double DOUBT = 10_000;

  private double products = 0.5 * DOUBT;
  private double squares = DOUBT;

  private Retiming() {}

  /** The part of a change that is slack, from 0 to 1. */
  static double learn(FlownTable flights, Blocks blocks, Learning learning) {
    Chronicle chronicle = new Chronicle(flights, blocks, learning, 0);
    Retiming retiming = new Retiming();
    int known = (int) Math.ceil(KNOWN * blocks.count());
    double season = 0;
    for (int block = 0; block < known; block++) {
      double gain = chronicle.live(blocks.members()[block], (i, flown, before) -> {}).gain();
      season += block >= known - LATEST_BLOCKS ? gain / Math.min(known, LATEST_BLOCKS) : 0;
    }
    for (int block = known; block < blocks.count(); block++) {
      for (int member : blocks.members()[block]) {
        retiming.compare(flights.get(member), chronicle.reader(), season);
      }
    }
    return Math.max(0, Math.min(1, retiming.products / retiming.squares));
  }

  private void compare(Flown flown, HistoryReader reader, double season) {
    if (flown.departed() && flown.schedule().known()) {
      Background usual = reader.of(flown.codes(), flown.miles(), Schedule.UNKNOWN);
      if (usual.get(Aspect.NOVELTY) < HARDLY_KNOWN) {
        double slack = flown.duration() - usual.timetable().duration();
        double gain = HistoryWriter.usualGain(flown.gain()) - season;
        products -= slack * (gain - usual.get(Aspect.TIMETABLE_GAIN));
        squares += slack * slack;
      }
    }
  }
}
