/** How far a long run on Spark is: its stages, their rows, percent and remaining time. */
package flights.model.progress;
