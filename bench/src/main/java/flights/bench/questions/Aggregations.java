package flights.bench.questions;

import static flights.bench.questions.Question.aggregate;
import static flights.bench.questions.Question.aggregation;

import java.util.List;

/** Questions that are answered by a pipeline. */
final class Aggregations {

  static final int SAMPLE = 100;

  private static final String BUSIEST = "busiest_routes";

  private Aggregations() {}

  static List<Question> all() {
    return List.of(
        aggregate(
            "group by carrier: $sum, $avg, $min, $max",
            "{$group: {_id: '$Carrier', flights: {$sum: 1}, miles: {$sum: '$Distance'},"
                + " delay: {$avg: '$DepDelay'}, least: {$min: '$DepDelay'},"
                + " most: {$max: '$DepDelay'}}}"),
        aggregate(
            "match, group by two fields, sort, limit",
            "{$match: {Prediction: 3}}",
            "{$group: {_id: {from: '$Origin', to: '$Dest'}, late: {$sum: 1}}}",
            "{$sort: {late: -1, _id: 1}}",
            "{$limit: 10}"),
        aggregate(
            "group: $push and $addToSet",
            "{$match: {FlightDate: '" + SimpleQuestions.DAY + "'}}",
            "{$sort: {_id: 1}}",
            "{$group: {_id: '$Carrier', ids: {$push: '$_id'}, origins: {$addToSet: '$Origin'}}}",
            "{$project: {ids: 1, origins: {$size: '$origins'}}}"),
        aggregate(
            "group: $first and $last of what is sorted",
            "{$match: {Origin: 'JFK', Prediction: 3}}",
            "{$sort: {ScoredAt: 1}}",
            "{$group: {_id: '$Carrier', first: {$first: '$UUID'}, last: {$last: '$UUID'}}}"),
        aggregate("group by id", "{$group: {_id: '$_id', n: {$sum: 1}}}"),
        aggregate(
            "group of all that there is, pushed whole",
            "{$group: {_id: null, all: {$push: '$$ROOT'}}}",
            "{$project: {n: {$size: '$all'}}}"),
        aggregate(
            "project with expressions",
            "{$match: {Carrier: 'HA'}}",
            "{$project: {Route: 1, hour: {$hour: '$ScoredAt'},"
                + " gained: {$subtract: ['$DepDelay', '$ExpectedArrDelay']},"
                + " name: {$concat: ['$Carrier', ' ', {$ifNull: ['$FlightNum', '?']}]},"
                + " late: {$cond: [{$gte: ['$Prediction', 2]}, 'yes', 'no']},"
                + " likely: {$max: '$Probabilities'},"
                + " told: {$size: {$filter: {input: '$Reasons', as: 'reason',"
                + " cond: {$gt: ['$$reason.Minutes', 0]}}}}}}"),
        aggregate(
            "add a field, group by day",
            "{$addFields: {day: {$dateToString: {format: '%Y-%m-%d', date: '$ScoredAt'}}}}",
            "{$group: {_id: '$day', n: {$sum: 1}}}",
            "{$sort: {_id: 1}}"),
        aggregate(
            "unwind the reasons, group",
            "{$unwind: '$Reasons'}",
            "{$group: {_id: '$Reasons.Text', n: {$sum: 1}}}",
            "{$sort: {n: -1, _id: 1}}",
            "{$limit: 20}"),
        aggregate(
            "lookup by id, group",
            "{$lookup: {from: 'carriers', localField: 'Carrier', foreignField: '_id',"
                + " as: 'carrier'}}",
            "{$unwind: '$carrier'}",
            "{$group: {_id: '$carrier.Name', n: {$sum: 1}}}"),
        aggregate(
            "lookup by another field",
            "{$match: {FlightDate: '" + SimpleQuestions.DAY + "'}}",
            "{$lookup: {from: 'carriers', localField: 'Carrier', foreignField: 'Carrier',"
                + " as: 'carrier'}}",
            "{$project: {'carrier.Name': 1}}"),
        aggregate(
            "buckets",
            "{$bucket: {groupBy: '$DepDelay', boundaries: [-60, 0, 15, 60, 600],"
                + " default: 'not known', output: {n: {$sum: 1}, miles: {$sum: '$Distance'}}}}"),
        aggregate(
            "facet of three: $sortByCount, $match, $count",
            "{$facet: {origins: [{$sortByCount: '$Origin'}],"
                + " latest: [{$match: {Prediction: 3}}, {$sort: {ScoredAt: -1}}, {$limit: 3},"
                + " {$project: {Route: 1}}],"
                + " pacific: [{$match: {Dest: {$in: ['HNL', 'ANC']}}}, {$count: 'n'}]}}"),
        aggregate("sample", "{$sample: {size: " + SAMPLE + "}}"),
        new Question(
            "out into a collection",
            it -> {
              aggregation(
                      it,
                      "{$group: {_id: '$Route', n: {$sum: 1}}}",
                      "{$sort: {n: -1, _id: 1}}",
                      "{$limit: 50}",
                      "{$out: '" + BUSIEST + "'}")
                  .toCollection();
              return it.getCollection(BUSIEST).find();
            }),
        aggregate("aggregate: sort of all", "{$sort: {ExpectedArrDelay: 1, _id: 1}}"));
  }
}
