package flights.sql.statement;

/** Something is wrong with a statement; the message begins with the place, and says the way out. */
public class SqlFault extends RuntimeException {

  public SqlFault(Place place, String message) {
    super(place + ": " + message);
  }
}
