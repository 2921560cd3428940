// Run by check_mongodb.sh. Measures upserts as the predictor makes them, and asks which index answers each question of the pages; in a
// database of its own, which it removes.
const own = db.getSiblingDB('flights_check_' + new ObjectId());
const DOCUMENTS = 20000;
const BATCH = 500;
const start = new Date('2026-01-01T00:00:00Z').getTime();

const id = number => 'request-' + String(number).padStart(8, '0');
const prediction = number => ({
  _id: id(number), UUID: id(number), Carrier: 'AA', FlightNum: String(number % 9999), Origin: 'JFK', Dest: 'LAX', Route: 'JFK-LAX',
  DepDelay: number % 90, Prediction: number % 4, Probabilities: [0.1, 0.2, 0.3, 0.4], ExpectedArrDelay: number % 60,
  Timestamp: new Date(start + 1000 * number),
});

const upserts = () => {
  const began = Date.now();
  for (let from = 0; from < DOCUMENTS; from += BATCH) {
    const batch = [];
    for (let i = from; i < from + BATCH; i++) {
      batch.push({replaceOne: {filter: {_id: id(i)}, replacement: prediction(i), upsert: true}});
    }
    own.predictions.bulkWrite(batch, {ordered: false});
  }
  return Math.round(1000 * DOCUMENTS / (Date.now() - began));
};

// The innermost stage says how documents are found.
const stage = plan => plan.inputStage ? stage(plan.inputStage) : plan.stage;

let failed = false;
try {
  print(`upserts, ${BATCH} at once: ${upserts()} a second`);
  print(`upserts of what is there: ${upserts()} a second`);
  const count = own.predictions.countDocuments({});
  print(`documents: ${count}`);
  failed = count !== DOCUMENTS;

  own.predictions.createIndex({Timestamp: 1}, {expireAfterSeconds: 315360000});
  own.results.createIndex({verdict: 1, window_start: 1});
  own.days.createIndex({station: 1});
  own.distances.createIndex({Origin: 1, Dest: 1}, {unique: true});
  const questions = {
    'one prediction': own.predictions.find({_id: id(7)}),
    'predictions of a list': own.predictions.find({_id: {$in: [id(1), id(2), id(3)]}}),
    'predictions of a day': own.predictions.find({Timestamp: {$gte: new Date(start), $lt: new Date(start + 60000)}}),
    'the latest predictions': own.predictions.find().sort({Timestamp: -1}).limit(5),
    'results of a stream': own.results.find({verdict: 'bot'}).sort({window_start: -1}).limit(50),
    'days of a station': own.days.find({station: {$in: ['A', 'B']}}),
    'the distance of a route': own.distances.find({Origin: 'JFK', Dest: 'LAX'}),
  };
  for (const [name, question] of Object.entries(questions)) {
    const found = stage(question.explain().queryPlanner.winningPlan) ?? 'no stage';
    const good = !['COLLSCAN', 'no stage'].includes(found);
    failed ||= !good;
    print(`${good ? 'ok  ' : 'FAIL'} ${name}: ${found}`);
  }
} finally {
  own.dropDatabase();
}
print(failed ? 'this MongoDB does not do what the program needs' : 'this MongoDB does what the program needs');
quit(failed ? 1 : 0);
