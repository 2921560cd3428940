/** The statements of a file: what stands around the queries, which Spark itself reads. */
package flights.sql.statement;
