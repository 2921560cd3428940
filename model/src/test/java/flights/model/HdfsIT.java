package flights.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address alone says that packages are kept on HDFS: a real one, with a node for data. */
class HdfsIT {

  @TempDir File folder;

  @Test
  void aPackageIsKeptOnHdfs() throws IOException {
    ModelPackage model = Models.doubling();
    Configuration ofServer = new Configuration();
    ofServer.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    try (MiniDFSCluster hdfs = new MiniDFSCluster.Builder(ofServer).build()) {
      ModelPackages packages = new ModelPackages(hdfs.getURI() + "/models", new Configuration());

      String address = packages.write("v1", model);

      assertThat(address).startsWith("hdfs://");
      assertThat(packages.read(address).card()).isEqualTo(model.card());
    }
  }
}
