package flights.web;

import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which methods an address takes. Where several patterns match, the one that names more of it
 * decides: /models/sales/rollback is no version of that model, and so there is nothing to get.
 */
final class AddressMethods {

  private static final String ANY = "{";
  private static final String SLASH = "/";

  private final Map<String, Set<String>> plain = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /** Not to be called any more once requests come. */
  void add(String method, String path) {
    if (!path.contains(ANY)) {
      plain.computeIfAbsent(path, first -> new TreeSet<>()).add(method);
      return;
    }
    List<String> parts = parts(path);
    patterns.stream()
        .filter(it -> it.parts().equals(parts))
        .findFirst()
        .orElseGet(
            () -> {
              Pattern added = new Pattern(parts, new TreeSet<>());
              patterns.add(added);
              return added;
            })
        .methods()
        .add(method);
  }

  /** Throws {@link MethodNotAllowedResponse}, with those that the address takes. */
  void check(Context ctx) {
    Set<String> allowed = of(ctx.path());
    String method = ctx.method().name();
    if (!allowed.isEmpty() && !allowed.contains(method.equals("HEAD") ? "GET" : method)) {
      throw new MethodNotAllowedResponse(
          "Method not allowed", Map.of("allowed", String.join(", ", allowed)));
    }
  }

  /** Empty for an address that there is not. */
  Set<String> of(String path) {
    String address =
        path.length() > 1 && path.endsWith(SLASH) ? path.substring(0, path.length() - 1) : path;
    Set<String> exactly = plain.get(address);
    if (exactly != null) {
      return exactly;
    }
    List<String> parts = parts(address);
    Set<String> allowed = new TreeSet<>();
    long most = 0;
    for (Pattern pattern : patterns) {
      if (pattern.named() >= most && pattern.matches(parts)) {
        if (pattern.named() > most) {
          allowed.clear();
          most = pattern.named();
        }
        allowed.addAll(pattern.methods());
      }
    }
    return allowed;
  }

  private static List<String> parts(String path) {
    return List.of(path.split(SLASH, -1));
  }

  private record Pattern(List<String> parts, long named, Set<String> methods) {

    Pattern(List<String> parts, Set<String> methods) {
      this(parts, parts.stream().filter(part -> !part.startsWith(ANY)).count(), methods);
    }

    boolean matches(List<String> address) {
      if (parts.size() != address.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).startsWith(ANY) && !parts.get(i).equals(address.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
