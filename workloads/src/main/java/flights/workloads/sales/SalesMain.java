package flights.workloads.sales;

/** Makes sales by the rules of the demo shop. */
public final class SalesMain {

  private SalesMain() {}

  public static void main(String[] args) throws Exception {}
}
