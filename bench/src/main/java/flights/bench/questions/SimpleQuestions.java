package flights.bench.questions;

import static flights.bench.questions.Question.count;
import static flights.bench.questions.Question.distinct;
import static flights.bench.questions.Question.find;
import static flights.bench.questions.Question.json;
import static flights.bench.questions.Question.predictions;

import com.mongodb.ExplainVerbosity;
import java.util.List;

/** Counting, finding, distinct values, and how it is done. */
final class SimpleQuestions {

  /** The fourth of the days of which the predictions tell. */
  static final String DAY = "2013-01-04";

  private SimpleQuestions() {}

  static List<Question> about(int documents) {
    String id = SamplePredictions.of(documents / 2).request().uuid();
    return List.of(
        new Question("count, estimated", it -> List.of(predictions(it).estimatedDocumentCount())),
        count("count of all", "{}"),
        count("count of one bucket", "{Prediction: 3}"),
        count(
            "count between two dates",
            "{ScoredAt: {$gte: ISODate('2026-11-01T01:00:00Z'),"
                + " $lt: ISODate('2026-11-01T04:00:00Z')}}"),
        count("count of a text within an array", "{'Reasons.Text': 'all else'}"),
        count(
            "count by $elemMatch",
            "{Reasons: {$elemMatch: {Text: 'all else', Minutes: {$gte: 5}}}}"),
        count(
            "count of what lacks a field",
            "{$or: [{DepDelay: {$exists: false}}, {FlightNum: null}]}"),
        count("count by $regex", "{Route: {$regex: '^JFK-S'}}"),
        find("find by id", "{_id: '" + id + "'}", it -> it),
        find("find by one field", "{FlightDate: '" + DAY + "'}", it -> it),
        find("find by two fields", "{Origin: 'JFK', Dest: 'PDX'}", it -> it),
        find(
            "find by $or, $in, $nin and ranges",
            "{$or: [{Carrier: {$in: ['HA', 'OO']}, DepDelay: {$gt: 120}},"
                + " {Distance: {$gte: 3000, $lt: 4000}, Carrier: {$nin: ['UA', 'B6']}}]}",
            it -> it),
        find("find by an array's first element", "{'Reasons.0.Minutes': {$gte: 200}}", it -> it),
        find(
            "find some fields",
            "{Carrier: 'HA'}",
            it -> it.projection(json("{Prediction: 1, Route: 1, 'Reasons.Text': 1, _id: 0}"))),
        find(
            "find all but some fields",
            "{Carrier: 'HA'}",
            it -> it.projection(json("{Probabilities: 0, 'Reasons.Minutes': 0}"))),
        find("sort and limit", "{}", it -> it.sort(json("{ScoredAt: -1}")).limit(20)),
        find(
            "sort, skip and limit",
            "{Prediction: 3}",
            it -> it.sort(json("{DepDelay: -1, _id: 1}")).skip(50).limit(20)),
        find("sort of all", "{}", it -> it.sort(json("{DepDelay: -1, _id: 1}"))),
        find("all, through a cursor", "{}", it -> it),
        find(
            "skip of five sixths, by id",
            "{}",
            it -> it.sort(json("{_id: 1}")).skip(documents / 6 * 5).limit(10)),
        distinct("distinct, few values", "Carrier", "{}"),
        distinct("distinct within arrays, with a filter", "Reasons.Text", "{Carrier: 'HA'}"),
        distinct("distinct, all values", "UUID", "{}"),
        new Question(
            "explain",
            it ->
                List.of(
                    predictions(it)
                        .find(json("{Carrier: 'HA'}"))
                        .explain(ExplainVerbosity.EXECUTION_STATS))));
  }
}
