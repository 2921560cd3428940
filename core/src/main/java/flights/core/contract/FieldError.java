package flights.core.contract;

/** What is wrong with one field, in words for the person who filled it in. */
public record FieldError(String field, String message) {}
