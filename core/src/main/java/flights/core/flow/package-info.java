/** How work flows between threads: what gathers, and how long to wait before another try. */
package flights.core.flow;
