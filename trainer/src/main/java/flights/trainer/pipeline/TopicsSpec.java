package flights.trainer.pipeline;

/** The topics that a model answers on. */
public record TopicsSpec(String request, String response, String error) {}
