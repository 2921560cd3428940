package flights.web;

/** The one web process of the tests that change nothing in it; it ends with the JVM. */
final class Site {

  static final Web WEB = Web.start(Cluster.shared().settings(), 0);
  static final Calls CALLS = new Calls(WEB);

  private Site() {}
}
