package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code $project}, or the projection of a find, leaves of a document and adds to it. Fields
 * keep the order in which they are stored, and computed ones come behind them.
 */
final class Projection {

  /** Only what a find may ask for; the server does it. */
  private static final List<String> OF_FIND = List.of("$slice", "$elemMatch", "$meta");

  private final Node root = new Node();
  private final boolean including;

  /** What is asked of a field: one of these, or something of the fields in it. */
  private static final class Node {
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private boolean taken;
    private boolean left;
    private Object expression = Missing.getInstance();

    private boolean computes() {
      return !(expression instanceof Missing) || fields.values().stream().anyMatch(Node::computes);
    }

    private boolean takes() {
      return taken || fields.values().stream().anyMatch(Node::takes);
    }
  }

  Projection(Document asked) {
    asked.forEach((path, value) -> add(root, path, value));
    including =
        root.fields.entrySet().stream()
                .anyMatch(
                    field ->
                        field.getValue().computes()
                            || (field.getValue().takes() && !field.getKey().equals("_id")))
            || (root.fields.size() == 1 && root.takes());
    if (including && !root.fields.containsKey("_id")) {
      node(root, "_id").taken = true;
    }
  }

  /** Whether a find asks for something that only the server's own projection can do. */
  static boolean isOfFindOnly(Document asked) {
    return asked.entrySet().stream()
        .anyMatch(
            field ->
                field.getKey().endsWith(".$")
                    || (field.getValue() instanceof Document operator
                        && OF_FIND.stream().anyMatch(operator::containsKey)));
  }

  private static void add(Node parent, String path, Object value) {
    Node node = parent;
    for (String part : Utils.splitPath(path)) {
      node = node(node, part);
    }
    if (value instanceof Number || value instanceof Boolean) {
      node.taken = Utils.isTrue(value);
      node.left = !node.taken;
    } else if (value instanceof Document inner && !inner.isEmpty() && !isExpression(inner)) {
      Node outer = node;
      inner.forEach((field, asked) -> add(outer, field, asked));
    } else {
      node.expression = value;
    }
  }

  private static boolean isExpression(Document value) {
    return value.keySet().iterator().next().startsWith("$");
  }

  private static Node node(Node parent, String name) {
    return parent.fields.computeIfAbsent(name, n -> new Node());
  }

  Document apply(Document document) {
    Document result = including ? taken(root, document) : rest(root, document);
    compute(root, result, document);
    return result;
  }

  private static Document taken(Node node, Document document) {
    Document result = new Document();
    document.forEach(
        (name, value) -> {
          Node field = node.fields.get(name);
          if (field != null && field.taken) {
            result.put(name, value);
          } else if (field != null && !field.fields.isEmpty()) {
            Object inner = inside(value, one -> taken(field, one), false);
            if (!(inner instanceof Missing)) {
              result.put(name, inner);
            }
          }
        });
    return result;
  }

  private static Document rest(Node node, Document document) {
    Document result = new Document();
    document.forEach(
        (name, value) -> {
          Node field = node.fields.get(name);
          if (field == null) {
            result.put(name, value);
          } else if (!field.left) {
            result.put(name, inside(value, one -> rest(field, one), true));
          }
        });
    return result;
  }

  private interface Change {
    Document of(Document document);
  }

  /**
   * Changes a document, or those in an array.
   *
   * @param others whether values that are no documents stay
   */
  private static Object inside(Object value, Change change, boolean others) {
    if (value instanceof Document document) {
      return change.of(document);
    }
    if (value instanceof Collection<?> elements) {
      List<Object> changed = new ArrayList<>();
      for (Object element : elements) {
        Object one = inside(element, change, others);
        if (!(one instanceof Missing)) {
          changed.add(one);
        }
      }
      return changed;
    }
    return others ? value : Missing.getInstance();
  }

  private static void compute(Node node, Document result, Document document) {
    node.fields.forEach(
        (name, field) -> {
          if (!(field.expression instanceof Missing)) {
            Object value = Computed.value(field.expression, document);
            if (!(value instanceof Missing)) {
              result.put(name, value);
            }
          } else if (field.computes()) {
            Document inner =
                result.get(name) instanceof Document there ? there.clone() : new Document();
            compute(field, inner, document);
            result.put(name, inner);
          }
        });
  }
}
