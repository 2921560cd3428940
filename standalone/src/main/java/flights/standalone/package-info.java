/**
 * Everything on one machine with nothing installed: an embedded broker, an embedded store, and the
 * processes that {@code ./flights up} starts, watches and starts again. Must not know pages or how
 * models work.
 */
package flights.standalone;
