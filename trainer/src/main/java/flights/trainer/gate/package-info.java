/** Decides whether a new version is better than the champion, on the same rows. */
package flights.trainer.gate;
