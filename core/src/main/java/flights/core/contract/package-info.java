/** What a model is asked and what it answers, and how a request is read; without Spark. */
package flights.core.contract;
