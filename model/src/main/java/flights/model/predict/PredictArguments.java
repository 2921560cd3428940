package flights.model.predict;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.CreateArray;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetArrayItem;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.StructsToJson;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The arguments of a call as the request that a program would send: one value for each field of the
 * model in their order, without the id; or one struct with fields of these names; or two arrays,
 * first of what is no number, then of numbers, each in the order of the fields.
 */
final class PredictArguments {

  private static final String NO_ID = "predict";

  private final ServedModel model;
  private final List<Field> fields;

  PredictArguments(ServedModel model) {
    this.model = model;
    this.fields =
        model.config().inputSchema().stream()
            .filter(field -> !field.name().equals(model.config().idColumn()))
            .toList();
  }

  /** Bytes of JSON, null when a value is of another kind; throws {@link PredictException}. */
  Expression request(List<Expression> arguments) {
    List<Expression> names = new ArrayList<>();
    Expression wrong = null;
    names.add(Literal.create(model.config().idColumn(), DataTypes.StringType));
    names.add(Literal.create(NO_ID, DataTypes.StringType));
    for (Map.Entry<Field, Expression> given : byField(arguments).entrySet()) {
      FieldValue value = FieldValue.of(given.getKey(), given.getValue(), model.name());
      names.add(Literal.create(given.getKey().name(), DataTypes.StringType));
      names.add(value.value());
      if (value.wrong() != null) {
        wrong = wrong == null ? value.wrong() : new Or(wrong, value.wrong());
      }
    }
    Expression struct = new CreateNamedStruct(seq(names));
    Expression json =
        cast(
            new StructsToJson(
                scala.collection.immutable.Map$.MODULE$.empty(), struct, Option.apply("UTC")));
    return wrong == null ? json : new If(wrong, Literal.create(null, DataTypes.BinaryType), json);
  }

  private static Expression cast(Expression json) {
    return new Cast(json, DataTypes.BinaryType, Option.apply("UTC"), FieldValue.LENIENT);
  }

  private Map<Field, Expression> byField(List<Expression> arguments) {
    if (arguments.size() == 1 && arguments.get(0).dataType() instanceof StructType struct) {
      return byName(arguments.get(0), struct);
    }
    if (arguments.size() == 2
        && arguments.stream().allMatch(it -> it.dataType() instanceof ArrayType)) {
      return ofArrays(arguments.get(0), arguments.get(1));
    }
    return inOrder(arguments);
  }

  private Map<Field, Expression> inOrder(List<Expression> values) {
    boolean restIsOptional =
        values.size() <= fields.size()
            && fields.subList(values.size(), fields.size()).stream().noneMatch(Field::required);
    if (!restIsOptional) {
      throw new PredictException(
          "%s wants %s: %s; there are %d values"
              .formatted(model.name(), fields.size() + " values", wanted(fields), values.size()));
    }
    return pairs(fields.subList(0, values.size()), values);
  }

  private Map<Field, Expression> byName(Expression struct, StructType type) {
    Map<Field, Expression> values = new HashMap<>();
    for (int i = 0; i < type.fields().length; i++) {
      String name = type.fields()[i].name();
      Field field =
          fields.stream()
              .filter(
                  it -> it.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new PredictException(
                          model.name() + " has no field " + name + "; it has: " + wanted(fields)));
      values.put(field, new GetStructField(struct, i, Option.apply(name)));
    }
    List<Field> missing =
        fields.stream().filter(it -> it.required() && !values.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw new PredictException(model.name() + " needs " + wanted(missing) + " too");
    }
    return values;
  }

  private Map<Field, Expression> ofArrays(Expression words, Expression numbers) {
    Map<Field, Expression> values = new HashMap<>();
    values.putAll(elements(words, fields.stream().filter(it -> !isNumber(it)).toList(), "first"));
    values.putAll(elements(numbers, fields.stream().filter(it -> isNumber(it)).toList(), "second"));
    return values;
  }

  private Map<Field, Expression> elements(Expression array, List<Field> wanted, String which) {
    if (array instanceof CreateArray written && written.children().size() != wanted.size()) {
      throw new PredictException(
          "the %s array for %s is to hold %d values: %s; there are %d"
              .formatted(
                  which, model.name(), wanted.size(), wanted(wanted), written.children().size()));
    }
    List<Expression> values = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      values.add(new GetArrayItem(array, Literal.create(i, DataTypes.IntegerType), false));
    }
    return pairs(wanted, values);
  }

  private static Map<Field, Expression> pairs(List<Field> fields, List<Expression> values) {
    Map<Field, Expression> pairs = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      pairs.put(fields.get(i), values.get(i));
    }
    return pairs;
  }

  private static boolean isNumber(Field field) {
    return field.type() == FieldType.INTEGER || field.type() == FieldType.NUMBER;
  }

  private static String wanted(List<Field> fields) {
    return fields.stream()
        .map(it -> it.name() + " (" + it.type().words() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Seq<Expression> seq(List<Expression> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
