package flights.connect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of the topic of users.
 *
 * @param operation Debezium's letter, or {@code tombstone}
 */
record Change(int id, String operation, JsonNode after) {}
