package flights.web;

import flights.core.process.ChildProcess;
import flights.core.process.ProcessLockedException;
import flights.core.settings.BadSettingException;
import flights.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the web process; a setting that cannot be used ends it with status 2. */
public final class WebMain {

  private static final Logger LOG = LoggerFactory.getLogger(WebMain.class);
  private static final int BAD_SETTING = 2;

  private WebMain() {}

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      ChildProcess.beginServing(settings);
      Web web = Web.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(web::close, "web-stop"));
      LOG.info("the web pages are at http://{}", settings.webAddress());
    } catch (BadSettingException | ProcessLockedException | ListenException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTING);
    }
  }
}
