/** Stations that report the weather of each day, and consumers that sum it up. */
package flights.workloads.weather;
