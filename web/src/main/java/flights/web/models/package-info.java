/** The pages of the trained models: their cards, what they are asked, and which one is served. */
package flights.web.models;
