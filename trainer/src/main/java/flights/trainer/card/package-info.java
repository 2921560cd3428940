/** What the trainer adds to a card and tells of it on the console. */
package flights.trainer.card;
