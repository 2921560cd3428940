package flights.model.delay;

/**
 * A history that grows block by block, as a server would have lived it: each block's flights are
 * looked up in the history before it, and then added to it.
 */
final class Chronicle {

  /** Of the timetable only the latest counts: this is left of it after a block. */
  private static final double TIMETABLE_FADE = 0.25;

  private final FlownTable flights;
  private final double fade;
  private final History history = new History();
  private final HistoryReader reader;
  private final HistoryWriter writer = new HistoryWriter(history);

  /** Hears of each flight what the history before its block says of it. */
  interface Witness {
    void see(int index, Flown flown, Background before);
  }

  Chronicle(FlownTable flights, Blocks blocks, Learning learning, double retiming) {
    this.flights = flights;
    this.fade = Math.pow(0.5, blocks.days() / learning.halfLifeDays());
    this.reader = new HistoryReader(history, learning.smoothing(), retiming);
  }

  HistoryReader reader() {
    return reader;
  }

  /** Adds a block, and returns what its flights have in common. */
  Season live(int[] members, Witness witness) {
    Background[] before = new Background[members.length];
    for (int i = 0; i < members.length; i++) {
      Flown flown = flights.get(members[i]);
      before[i] = reader.of(flown.codes(), flown.miles(), Schedule.UNKNOWN);
      witness.see(members[i], flown, before[i]);
    }
    Season season = Season.of(flights, members);
    history.fade(fade, TIMETABLE_FADE);
    for (int i = 0; i < members.length; i++) {
      writer.add(flights.get(members[i]), before[i], season);
    }
    return season;
  }
}
