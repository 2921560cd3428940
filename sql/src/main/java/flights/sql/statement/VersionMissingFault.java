package flights.sql.statement;

/** A model that a statement calls has no version yet; the statement may be right later. */
public final class VersionMissingFault extends SqlFault {

  public VersionMissingFault(Place place, String message) {
    super(place, message);
  }
}
