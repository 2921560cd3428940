package flights.core.contract;

import java.util.List;

/**
 * A request as read from its bytes.
 *
 * @param id null when none could be read
 * @param error null when all is well; else why it is rejected, and the values are neutral
 * @param values one a field, in the schema's order
 */
public record ParsedRequest(String id, String error, List<Object> values) {}
