/** Writes what a version has learnt from to the store, as monthly series that can be drawn. */
package flights.trainer.series;
