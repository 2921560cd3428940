/** The command {@code sql}: files of statements that make queries which run on. */
package flights.sql;
