/** The former name of the delay model, for packages that were saved under it. Nothing else. */
package flights.model.delay;
