package io.stackprofile.cluster.directory;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class PlainClusterContractTest extends ClusterAccessContract {

    @TempDir
    private Path folder;

    @Override
    protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
        DirectoryCluster cluster = DirectoryCluster.at(folder);
        stacks.forEach((name, spec) -> cluster.commit(Commits.commit(name, spec)));
        return cluster;
    }

    @Override
    protected List<String> inTheOpen() {
        return List.copyOf(new Folders(folder).everything().values());
    }
}
