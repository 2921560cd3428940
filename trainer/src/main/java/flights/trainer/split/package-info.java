/** The ways in which rows are held back from a model, always the same ones for the same seed. */
package flights.trainer.split;
