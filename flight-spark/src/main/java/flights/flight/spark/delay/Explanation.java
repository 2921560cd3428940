package flights.flight.spark.delay;

import flights.flight.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says in words what a forecast is made of; the minutes add up to the expected delay. */
record Explanation(Flight flight, Codes codes, History history) {

  /** What adds less is told together. */
  private static final double WORTH_TELLING = 0.5;

  List<Reason> reasons(Head head, DelayDistribution outlook) {
    List<Reason> told = new ArrayList<>();
    if (flight.departed()) {
      told.add(new Reason(departure(), round(flight.departureDelay())));
      told.add(new Reason(Wording.average(head.centre().base()), round(head.centre().base())));
    } else {
      told.add(
          new Reason(Wording.beforeDeparture(head.centre().base()), round(head.centre().base())));
    }
    parts(head, outlook).forEach((part, minutes) -> told.add(reason(part, minutes)));
    told.add(new Reason(Wording.RISK, round(outlook.expected() - outlook.centre())));
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
    List<Part> parts = head.parts();
    Line line = head.centre();
    for (int j = 0; j < parts.size(); j++) {
      double share = line.weights()[j] * (outlook.row()[j] - line.means()[j]);
      minutes.merge(parts.get(j), share, Double::sum);
    }
    return minutes;
  }

  private Reason reason(Part part, double minutes) {
    return new Reason(Wording.of(part, flight, minutes < 0), round(minutes));
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
    return texts.stream().map(text -> new Reason(text, null)).toList();
  }

  private void unknownFlight(List<String> texts) {
    if (history.sum(Keys.route(codes), HistorySum.FLIGHTS) == 0) {
      texts.add("unknown route " + flight.route() + ": answered from its airports and distance");
    } else if (flight.number() != null
        && history.sum(Keys.flight(codes), HistorySum.FLIGHTS) == 0) {
      texts.add(
          "unknown flight %s on %s: answered from its route"
              .formatted(flight.name(), flight.route()));
    }
  }

  private static double round(double minutes) {
    return Math.round(minutes * 10) / 10.0;
  }
}
