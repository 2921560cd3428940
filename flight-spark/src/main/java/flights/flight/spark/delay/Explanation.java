package flights.flight.spark.delay;

import flights.flight.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says in words what a forecast is made of; the minutes add up to the expected delay. */
record Explanation(Flight flight, Codes codes, History history, Timetable timetable) {

  /** What adds less is told together. */
  private static final double WORTH_TELLING = 0.5;

  List<Reason> reasons(Head head, float[] known, DelayDistribution outlook) {
    List<Reason> told = new ArrayList<>();
    if (flight.departed()) {
      told.add(new Reason(departure(), round(flight.departureDelay())));
      told.add(new Reason(Wording.average(head.centre().base()), round(head.centre().base())));
    } else {
      told.add(
          new Reason(Wording.beforeDeparture(head.centre().base()), round(head.centre().base())));
    }
    Map<Part, Double> parts = parts(head, outlook);
    addTrees(head, known, outlook, parts);
    parts.forEach((part, minutes) -> told.add(reason(part, minutes)));
    told.add(new Reason(Wording.RISK, round(outlook.ofLines().expected() - outlook.centre())));
    List<Reason> reasons = worthTelling(told, outlook.expected());
    reasons.addAll(remarks());
    return reasons;
  }

  private static List<Reason> worthTelling(List<Reason> told, double expected) {
    List<Reason> reasons = new ArrayList<>(told);
    reasons.removeIf(reason -> Math.abs(reason.minutes()) < WORTH_TELLING);
    reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.minutes())));
    double rest = round(expected - reasons.stream().mapToDouble(Reason::minutes).sum());
    if (rest != 0) {
      reasons.add(new Reason(Wording.REST, rest));
    }
    return reasons;
  }

  private static Map<Part, Double> parts(Head head, DelayDistribution outlook) {
    Map<Part, Double> minutes = new EnumMap<>(Part.class);
    List<Part> parts = head.design().parts();
    Line line = head.centre();
    for (int j = 0; j < parts.size(); j++) {
      double share = line.weights()[j] * (outlook.row()[j] - line.means()[j]);
      minutes.merge(parts.get(j), share, Double::sum);
    }
    return minutes;
  }

  /** What the trees add, by the part that each of their columns speaks of. */
  private static void addTrees(
      Head head, float[] known, DelayDistribution outlook, Map<Part, Double> minutes) {
    double[] worth = worth(outlook, outlook.ofLines());
    double[][] shares = head.trees().shares(known);
    for (int interval = 0; interval < worth.length; interval++) {
      for (int column = 0; column < known.length; column++) {
        double share = worth[interval] * shares[interval][column];
        if (share != 0) {
          minutes.merge(TreeColumn.part(column), share, Double::sum);
        }
      }
    }
  }

  /**
   * How many minutes a little more of each interval is worth: the mean of what it is worth before
   * and after the trees, so that the parts add up nearly to what the trees change.
   */
  private static double[] worth(DelayDistribution after, DelayDistribution before) {
    double[] worth = new double[Interval.COUNT];
    double[] means = before.means();
    for (DelayDistribution outlook : List.of(before, after)) {
      double[] probabilities = outlook.intervals();
      double expected = 0;
      for (int i = 0; i < worth.length; i++) {
        expected += probabilities[i] * means[i];
      }
      for (int i = 0; i < worth.length; i++) {
        worth[i] += probabilities[i] * (means[i] - expected) / 2;
      }
    }
    return worth;
  }

  private Reason reason(Part part, double minutes) {
    return new Reason(Wording.of(part, flight, isKnownFlight(), minutes < 0), round(minutes));
  }

  private String departure() {
    return Wording.departure(flight.departureDelay());
  }

  /** What is not known, most telling first. */
  private List<Reason> remarks() {
    List<String> texts = new ArrayList<>();
    if (!flight.departed()) {
      texts.add(Wording.NOT_DEPARTED);
    }
    if (codes.origin() == Names.UNKNOWN) {
      texts.add(Wording.unknownAirport(flight.origin()));
    }
    if (codes.dest() == Names.UNKNOWN) {
      texts.add(Wording.unknownAirport(flight.dest()));
    }
    if (codes.carrier() == Names.UNKNOWN) {
      texts.add("unknown carrier " + flight.carrier() + ": answered from the route");
    }
    if (texts.size() == (flight.departed() ? 0 : 1)) {
      unknownFlight(texts);
    }
    timetable(texts);
    return texts.stream().map(text -> new Reason(text, null)).toList();
  }

  private void timetable(List<String> texts) {
    switch (timetable.source()) {
      case REQUEST -> {}
      case FLIGHT -> texts.add(Wording.usualTimes(flight, timetable));
      case ROUTE -> texts.add(Wording.timesOfRoute(flight));
      case DISTANCE -> texts.add(Wording.TIMES_BY_DISTANCE);
    }
  }

  private boolean isKnownFlight() {
    return flight.number() != null && history.sum(Keys.flight(codes), HistorySum.FLIGHTS) > 0;
  }

  private void unknownFlight(List<String> texts) {
    if (history.sum(Keys.route(codes), HistorySum.FLIGHTS) == 0) {
      texts.add("unknown route " + flight.route() + ": answered from its airports and distance");
    } else if (flight.number() != null && !isKnownFlight()) {
      texts.add(
          "unknown flight %s on %s: answered from its route"
              .formatted(flight.name(), flight.route()));
    }
  }

  private static double round(double minutes) {
    return Math.round(minutes * 10) / 10.0;
  }
}
