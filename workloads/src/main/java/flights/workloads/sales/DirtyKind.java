package flights.workloads.sales;

import java.util.Locale;

/** What may be wrong with a row; one that is wrong is so in one way. */
public enum DirtyKind {
  MISSING_FIELD("missing field"),
  NO_NUMBER("quantity is no number"),
  NOT_POSITIVE("quantity is not positive"),
  NO_DATE("date does not exist"),
  DUPLICATE("duplicate");

  private final String reason;

  DirtyKind(String reason) {
    this.reason = reason;
  }

  /** Why whoever reads the row drops it. */
  public String reason() {
    return reason;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
