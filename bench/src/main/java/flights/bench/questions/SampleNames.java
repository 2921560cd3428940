package flights.bench.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carriers and destinations of the made-up predictions. */
final class SampleNames {

  /** The names by the codes, the busiest first. */
  static final Map<String, String> CARRIERS = new LinkedHashMap<>();

  private static final Map<String, Double> MILES = new LinkedHashMap<>();
  private static final List<String> CODES;
  private static final List<String> DESTINATIONS;

  static {
    pairs(
            "UA United Air Lines,B6 JetBlue Airways,EV ExpressJet Airlines,DL Delta Air Lines,"
                + "AA American Airlines,MQ Envoy Air,US US Airways,9E Endeavor Air,"
                + "WN Southwest Airlines,VX Virgin America,FL AirTran Airways,AS Alaska Airlines,"
                + "F9 Frontier Airlines,YV Mesa Airlines,OO SkyWest Airlines,HA Hawaiian Airlines")
        .forEach(pair -> CARRIERS.put(pair[0], pair[1]));
    pairs(
            "ORD 733,ATL 760,LAX 2475,BOS 187,MCO 944,CLT 544,SFO 2586,FLL 1076,MIA 1089,DCA 213,"
                + "DTW 502,DFW 1389,RDU 427,TPA 1010,DEN 1620,IAH 1400,MSP 1020,PBI 1028,BNA 764,"
                + "LAS 2248,SJU 1598,PHX 2153,BUF 301,CLE 425,STL 888,MSY 1182,SEA 2422,ROC 264,"
                + "MKE 738,RSW 1074,SAN 2446,JAX 833,AUS 1521,SLC 1990,PIT 340,CVG 589,IND 664,"
                + "PDX 2454,ANC 3370,HNL 4983")
        .forEach(pair -> MILES.put(pair[0], Double.valueOf(pair[1])));
    CODES = List.copyOf(CARRIERS.keySet());
    DESTINATIONS = List.copyOf(MILES.keySet());
  }

  private SampleNames() {}

  /** A code for a share from 0 to 1: the busiest for most. */
  static String carrier(double share) {
    return CODES.get((int) (CODES.size() * share * share));
  }

  /** As {@link #carrier}. */
  static String destination(double share) {
    return DESTINATIONS.get((int) (DESTINATIONS.size() * share * share));
  }

  static double miles(String destination) {
    return MILES.get(destination);
  }

  private static List<String[]> pairs(String text) {
    List<String[]> pairs = new ArrayList<>();
    for (String pair : List.of(text.split(","))) {
      pairs.add(pair.split(" ", 2));
    }
    return pairs;
  }
}
