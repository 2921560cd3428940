/** Fits a pipeline to a part of the rows and evaluates it on the part that was held back. */
package flights.trainer.holdout;
