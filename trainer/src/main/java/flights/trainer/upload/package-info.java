/** Whether a file that was uploaded is what it was told to be, and can be learnt from. */
package flights.trainer.upload;
