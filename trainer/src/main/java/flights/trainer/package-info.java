/**
 * The commands of the trainer: train a pipeline from rows to a registered version, listen for
 * trainings, list and promote versions, import and check flights.
 */
package flights.trainer;
