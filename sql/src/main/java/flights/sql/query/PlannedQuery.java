package flights.sql.query;

import flights.sql.source.PassedOver;
import flights.sql.statement.Place;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * A query that is understood, and ready to start.
 *
 * @param definition the statements that make it, the same for all ways to write them
 * @param passedOver of the streams and tables that it reads
 */
public record PlannedQuery(
    Place place,
    String name,
    Dataset<Row> rows,
    Target target,
    OutputMode mode,
    String definition,
    List<PassedOver> passedOver) {}
