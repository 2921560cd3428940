package flights.trainer.pipeline;

/** A pipeline's description cannot be used; says where and what would be right. */
public final class PipelineException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A word that is longer is no name that anybody meant. */
  private static final String TOO_LONG = "(\\S{300})\\S+";

  public PipelineException(String message) {
    super(message.replaceAll(TOO_LONG, "$1..."));
  }
}
