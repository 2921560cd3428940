package flights.web.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFolderTest {

  @ParameterizedTest
  @ValueSource(strings = {"/srv/models", "models", "file:/srv/models", "file:///srv/models"})
  void aStoreOnADiskTakesUploads(String store) {
    assertThat(new UploadFolder(store).elsewhere()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs://name:8020/models", "s3a://bucket/models", "viewfs://c/m"})
  void aStoreElsewhereIsNamed(String store) {
    assertThat(new UploadFolder(store).elsewhere()).isEqualTo(store);
  }
}
