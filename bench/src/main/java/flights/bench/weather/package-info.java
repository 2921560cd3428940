/** The streams of weather stations, read as they are shipped. */
package flights.bench.weather;
