package flights.bench.questions;

import static flights.bench.questions.Question.aggregate;
import static flights.bench.questions.Question.count;
import static flights.bench.questions.Question.find;
import static flights.bench.questions.Question.json;
import static flights.bench.questions.Question.predictions;

import java.util.List;

/** What people ask first of all when they look at the predictions of a service. */
final class EverydayQuestions {

  private EverydayQuestions() {}

  static List<Question> all() {
    return List.of(
        new Question(
            "estimatedDocumentCount()", it -> List.of(predictions(it).estimatedDocumentCount())),
        count("countDocuments({})", "{}"),
        count("count by Prediction", "{Prediction: 3}"),
        count("count by Carrier", "{Carrier: 'B6'}"),
        count("count by Origin", "{Origin: 'JFK'}"),
        count("count by ModelVersion", "{ModelVersion: 'none'}"),
        find("find by Route", "{Route: 'JFK-MIA'}", it -> it),
        find("find by FlightDate", "{FlightDate: '" + SimpleQuestions.DAY + "'}", it -> it),
        find("find by Distance", "{Distance: 1089}", it -> it),
        find("latest five by Timestamp", "{}", it -> it.sort(json("{Timestamp: -1}")).limit(5)),
        aggregate("group by Prediction", "{$group: {_id: '$Prediction', n: {$sum: 1}}}"));
  }
}
