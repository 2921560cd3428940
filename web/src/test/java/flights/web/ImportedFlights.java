package flights.web;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import org.bson.Document;

/** A few documents in the shapes of docs/DATA.md. */
final class ImportedFlights {

  private static final String RECORD =
      "Flights: 205, OnTime: 127, OnTimeShare: 0.6195, MeanDepDelay: 21.5, MeanArrDelay: 18.2";
  private static final String FULL =
      RECORD
          + ", Buckets: [53, 39, 56, 57], DepDelayPercentiles: {P10: -5.0, P50: 4.0, P90: 70.0},"
          + " ArrDelayPercentiles: {P10: -26.0, P50: 6.0, P90: 76.0},"
          + " First: '2013-01-01', Last: '2013-09-03'";
  private static final String LEG =
      "{Carrier: 'B6', FlightNum: '165', Dest: 'PDX', TailNum: 'N580JB', Origin: 'JFK',"
          + " FlightDate: '2013-07-04', CRSDepTime: 2040, CRSArrTime: 2358, DepDelay: 12.0,"
          + " ArrDelay: -3.0, Distance: 2454.0}";

  private ImportedFlights() {}

  static void into(Store store) {
    put(
        store,
        FlightCollections.ROUTE_HISTORY,
        "_id: 'JFK-PDX', Origin: 'JFK', Dest: 'PDX', CRSElapsedTime: 377.0, Carriers: [{Carrier:"
            + " 'B6', Flights: 205, OnTimeShare: 0.6}], "
            + FULL);
    put(
        store,
        FlightCollections.FLIGHT_HISTORY,
        "_id: 'B6-165', Carrier: 'B6', FlightNum: '165', Routes: [{Route: 'JFK-PDX', Origin:"
            + " 'JFK', Dest: 'PDX', CRSDepTime: 2040, CRSArrTime: 2358, "
            + FULL
            + "}]");
    put(store, FlightCollections.MONTHLY_TOTALS, "_id: '2013-07', Month: '2013-07', " + FULL);
    put(
        store,
        FlightCollections.MONTHLY_TOTALS,
        "_id: '2013-08', Month: '2013-08', " + FULL.replace("205", "31000"));
    put(
        store,
        FlightCollections.CARRIERS,
        "_id: 'B6', Carrier: 'B6', Name: 'JetBlue <Airways>', FleetSize: 1, Months: [{Month:"
            + " '2013-07', "
            + RECORD
            + "}], Routes: [{Route: 'JFK-PDX', Flights: 205, OnTimeShare: 0.6}], Fleet: [{TailNum:"
            + " 'N580JB', Flights: 205, OnTimeShare: 0.6}], "
            + FULL);
    put(
        store,
        FlightCollections.AIRPLANES,
        "_id: 'N580JB', TailNum: 'N580JB', Carrier: 'B6', Manufacturer: 'AIRBUS', Model:"
            + " 'A320-232', Year: 2002, Seats: 200, "
            + RECORD);
    put(
        store,
        FlightCollections.MANUFACTURERS,
        "_id: 'AIRBUS', Manufacturer: 'AIRBUS', Airplanes: 1, Flights: 205");
    put(store, FlightCollections.MANUFACTURERS, "_id: 'unknown', Airplanes: 7, Flights: 20");
    put(
        store,
        FlightCollections.AIRPORTS,
        "_id: 'JFK', Airport: 'JFK', Name: 'John F Kennedy Intl', Departures: 200, Arrivals: 5,"
            + " MeanDelayOfDepartures: 12.1, Routes: [{Route: 'JFK-PDX', Flights: 205, OnTimeShare:"
            + " 0.6}], "
            + RECORD);
    put(
        store,
        FlightCollections.FLIGHTS_BY_DATE_ORIGIN,
        "_id: '2013-07-04/JFK', FlightDate: '2013-07-04', Origin: 'JFK', Flights: 1, OnTime: 1,"
            + " Departures: ["
            + LEG
            + "]");
    put(
        store,
        FlightCollections.FLIGHTS_BY_TAIL,
        "_id: 'N580JB', TailNum: 'N580JB', Flights: 205, Latest: [" + LEG + "]");
  }

  private static void put(Store store, String collection, String fields) {
    Document document = Document.parse("{" + fields + "}");
    store
        .collection(collection)
        .replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }
}
