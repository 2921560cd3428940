package flights.standalone;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether a question finds its documents by an index or by looking at all, the answer is the same.
 */
class IndexedAnswersIT {

  private static final List<String> FIELDS = List.of("a", "b", "c.d");
  private static final int DOCUMENTS = 400;
  private static final int QUESTIONS = 200;

  private EmbeddedStore embedded;
  private Store store;
  private MongoCollection<Document> plain;
  private MongoCollection<Document> indexed;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    plain = store.collection("plain");
    indexed = store.collection("indexed");
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void answersAreTheSameWithAndWithoutIndexes(long seed) {
    Random random = new Random(seed);
    boolean arrays = seed % 2 == 0;
    fill(random, arrays);
    // Some before and some after the indexes are made.
    List<Document> more = documents(random, DOCUMENTS, DOCUMENTS / 2, arrays);
    makeIndexes(random);
    plain.insertMany(more);
    indexed.insertMany(more);
    change(random, arrays);
    for (int i = 0; i < QUESTIONS; i++) {
      ask(random, arrays);
    }
  }

  private void ask(Random random, boolean arrays) {
    Bson filter = filter(random, arrays);
    String what = filter.toBsonDocument().toJson();
    assertThat(ids(indexed.find(filter))).as(what).isEqualTo(ids(plain.find(filter)));
    assertThat(indexed.countDocuments(filter)).as(what).isEqualTo(plain.countDocuments(filter));
    String field = any(FIELDS, random);
    assertThat(distinct(indexed, field, filter))
        .as("%s %s", field, what)
        .isEqualTo(distinct(plain, field, filter));
    if (!arrays) {
      Bson sort =
          Sorts.orderBy(
              random.nextBoolean() ? Sorts.ascending(field) : Sorts.descending(field),
              Sorts.ascending("_id"));
      int limit = random.nextInt(20);
      assertThat(inOrder(indexed.find(filter).sort(sort).limit(limit)))
          .as("%s %s", sort, what)
          .isEqualTo(inOrder(plain.find(filter).sort(sort).limit(limit)));
      List<Bson> group =
          List.of(
              new Document("$match", filter.toBsonDocument()),
              Document.parse("{$group: {_id: '$" + field + "', n: {$sum: 2}}}"));
      assertThat(groups(indexed, group))
          .as("%s %s", field, what)
          .containsExactlyInAnyOrderElementsOf(groups(plain, group));
    }
  }

  private void makeIndexes(Random random) {
    List<Document> keys =
        List.of(
            new Document("a", 1),
            new Document("b", -1),
            new Document("c.d", 1),
            new Document("a", 1).append("b", -1),
            new Document("b", 1).append("a", 1).append("_id", 1));
    for (Document key : keys) {
      if (random.nextInt(3) > 0) {
        indexed.createIndex(key);
      }
    }
    indexed.createIndex(new Document("a", -1), new IndexOptions().sparse(true));
  }

  private void change(Random random, boolean arrays) {
    for (int i = 0; i < 100; i++) {
      Document id = new Document("_id", random.nextInt(DOCUMENTS));
      String field = any(FIELDS, random);
      Object value = value(random, arrays && !field.equals("b"));
      Document set = new Document("$set", new Document(field, value));
      boolean delete = random.nextInt(4) == 0;
      for (MongoCollection<Document> collection : List.of(plain, indexed)) {
        if (delete) {
          collection.deleteOne(id);
        } else {
          collection.updateOne(id, set);
        }
      }
    }
    Document many = new Document("$inc", new Document("n", 1));
    plain.updateMany(gt("a", 2), many);
    indexed.updateMany(gt("a", 2), many);
    plain.deleteMany(eq("b", 3));
    indexed.deleteMany(eq("b", 3));
  }

  private void fill(Random random, boolean arrays) {
    List<Document> documents = documents(random, 0, DOCUMENTS, arrays);
    plain.insertMany(documents);
    indexed.insertMany(documents);
  }

  private static List<Document> documents(Random random, int first, int count, boolean arrays) {
    return IntStream.range(first, first + count)
        .mapToObj(
            i -> {
              Document document = new Document("_id", i);
              if (random.nextInt(10) > 0) {
                document.append("a", value(random, arrays));
              }
              if (random.nextInt(10) > 0) {
                // An index takes one field with arrays only.
                document.append("b", value(random, false));
              }
              return random.nextInt(10) > 0
                  ? document.append("c", new Document("d", value(random, arrays)))
                  : document;
            })
        .toList();
  }

  private static Object value(Random random, boolean arrays) {
    if (arrays && random.nextInt(4) == 0) {
      return IntStream.range(0, random.nextInt(4)).mapToObj(i -> scalar(random)).toList();
    }
    return scalar(random);
  }

  private static Object scalar(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> (long) random.nextInt(6);
      case 1 -> random.nextInt(12) / 2.0;
      case 2 -> "text " + random.nextInt(5);
      case 3 -> random.nextBoolean();
      case 4 -> new Date(1_700_000_000_000L + random.nextInt(5));
      case 5 -> new ObjectId(new Date(1_700_000_000_000L), random.nextInt(5));
      default -> random.nextInt(6);
    };
  }

  private static Bson filter(Random random, boolean arrays) {
    List<Bson> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(part(any(FIELDS, random), random, arrays));
    }
    return parts.isEmpty() ? new Document() : and(parts);
  }

  private static Bson part(String field, Random random, boolean arrays) {
    Object value = scalar(random);
    return switch (random.nextInt(10)) {
      case 0 -> gt(field, value);
      case 1 -> gte(field, value);
      case 2 -> lt(field, value);
      case 3 -> lte(field, value);
      case 4 -> in(field, Arrays.asList(value, scalar(random), scalar(random)));
      case 5 -> and(gte(field, random.nextInt(3)), lt(field, 3 + random.nextInt(3)));
      case 6 -> new Document(field, new Document("$exists", random.nextBoolean()));
      case 7 -> new Document(field, new Document("$ne", value));
      case 8 -> arrays ? eq(field, value(random, true)) : eq(field, null);
      default -> eq(field, value);
    };
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<Object> distinct(
      MongoCollection<Document> collection, String field, Bson filter) {
    List<Object> values = new ArrayList<>();
    for (BsonValue value : collection.distinct(field, filter, BsonValue.class)) {
      values.add(value.isNumber() ? value.asNumber().doubleValue() : value);
    }
    return values;
  }

  /** Numbers that are equal are one group, which is named after any of them. */
  private static List<List<Object>> groups(MongoCollection<Document> collection, List<Bson> group) {
    List<List<Object>> groups = new ArrayList<>();
    for (Document one : collection.aggregate(group)) {
      Object key = one.get("_id") instanceof Number number ? number.doubleValue() : one.get("_id");
      groups.add(Arrays.asList(key, one.get("n")));
    }
    return groups;
  }

  private static List<Object> ids(Iterable<Document> found) {
    List<Object> ids = inOrder(found);
    ids.sort((a, b) -> Integer.compare((Integer) a, (Integer) b));
    return ids;
  }

  private static List<Object> inOrder(Iterable<Document> found) {
    List<Object> ids = new ArrayList<>();
    found.forEach(document -> ids.add(document.get("_id")));
    return ids;
  }
}
