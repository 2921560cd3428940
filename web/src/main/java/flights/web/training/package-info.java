/**
 * The form by which a training is asked for, its uploads, and the progress of trainings. Sends a
 * message and trains nothing itself.
 */
package flights.web.training;
