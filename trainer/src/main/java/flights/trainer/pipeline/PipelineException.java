package flights.trainer.pipeline;

/** A pipeline's description cannot be used; says where and what would be right. */
public final class PipelineException extends RuntimeException {
  public PipelineException(String message) {
    super(message);
  }
}
