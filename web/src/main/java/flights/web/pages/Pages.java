package flights.web.pages;

import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the pages of the folder {@code templates}. */
public final class Pages implements FileRenderer {

  private final TemplateEngine engine = new TemplateEngine();
  private final Say say = new Say();

  public Pages() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
    engine.setLinkBuilder(new FromTheRoot());
  }

  @Override
  public String render(String page, Map<String, ? extends Object> model, Context ctx) {
    var variables = new org.thymeleaf.context.Context(Locale.US, new HashMap<>(model));
    variables.setVariable("say", say);
    variables.setVariable("assets", Assets.path());
    return engine.process(page, variables);
  }

  /** Our addresses begin at the root. */
  private static final class FromTheRoot extends StandardLinkBuilder {
    @Override
    protected String computeContextPath(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return "";
    }
  }
}
