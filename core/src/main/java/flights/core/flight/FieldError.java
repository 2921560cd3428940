package flights.core.flight;

/** What is wrong with one field, in words for the person who filled it in. */
public record FieldError(String field, String message) {}
