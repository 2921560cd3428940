package flights.web.pages;

import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the pages of the folder {@code templates}. */
public final class Pages implements FileRenderer {

  private final TemplateEngine engine = new TemplateEngine();

  public Pages() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  @Override
  public String render(String page, Map<String, ? extends Object> model, Context ctx) {
    return engine.process(page, new org.thymeleaf.context.Context(Locale.US, Map.copyOf(model)));
  }
}
