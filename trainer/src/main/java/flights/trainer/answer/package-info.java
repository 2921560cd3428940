/** What a fitted model's answer is made of: the SQL of its fields, and what they hold. */
package flights.trainer.answer;
