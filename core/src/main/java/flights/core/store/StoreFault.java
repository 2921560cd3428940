package flights.core.store;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;

/** Why a MongoDB cannot be used, in one line that names the setting to look at. */
final class StoreFault {

  private StoreFault() {}

  static String line(String address, MongoException fault) {
    String said = String.valueOf(fault.getMessage());
    if (fault instanceof MongoSecurityException) {
      return "the MongoDB at " + address + " refuses the user and password in MONGODB_URI";
    }
    if (said.contains("PKIX path")) {
      return "the MongoDB at "
          + address
          + " has a certificate that is signed by nobody we trust: MONGODB_CA tells whom to trust";
    }
    if (said.contains("SSLHandshakeException") || said.contains("SSLException")) {
      return "the MongoDB at "
          + address
          + " does not agree on encryption with us: tls=true or false in MONGODB_URI, MONGODB_CA";
    }
    return "no MongoDB answers at " + address + "; MONGODB_URI sets another address";
  }
}
