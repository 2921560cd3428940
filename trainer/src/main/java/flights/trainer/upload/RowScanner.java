package flights.trainer.upload;

import flights.trainer.pipeline.PipelineSpec;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** Looks at the bytes of a file as they come. */
interface RowScanner {

  /** Formats of Spark's that are lines of text. */
  Set<String> TEXTS = Set.of("csv", "json", "text");

  /** Throws {@link BadUploadException}. */
  void read(byte[] bytes, int length);

  /** The number of rows, if they can be counted; throws {@link BadUploadException}. */
  OptionalLong end();

  /** What fits the files of a pipeline; those that are no text are not looked into. */
  static RowScanner of(PipelineSpec spec) {
    String input = spec.input().toLowerCase(Locale.ROOT);
    if (!TEXTS.contains(input) || CsvFormat.isOtherText(spec.options())) {
      return new AnyBytes();
    }
    return new TextScanner(
        input.equals("csv")
            ? CsvFormat.of(spec.options())
                .<LineScanner>map(format -> new CsvScanner(format, spec.columns()))
                .orElseGet(LineScanner::new)
            : new LineScanner());
  }

  /** A format with marks of its own, which its reader checks. */
  final class AnyBytes implements RowScanner {

    @Override
    public void read(byte[] bytes, int length) {}

    @Override
    public OptionalLong end() {
      return OptionalLong.empty();
    }
  }
}
