/**
 * How well a model does: figures by task, made in one pass and in constant memory, and the
 * baselines that a model is measured against.
 */
package flights.trainer.evaluate;
