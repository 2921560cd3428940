/**
 * How the values of a field are distributed, and how far two distributions are apart. Knows no
 * field of a certain model.
 */
package flights.core.drift;
