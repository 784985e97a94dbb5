package io.stackprofile.it.kube;

import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.KubernetesClusters;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of clusters on an API server, in namespaces of the run's own. */
abstract class KubeContract extends ClusterAccessContract {

    private final Map<String, String> namespaces = new HashMap<>();
    private KubeTarget target;
    private KubernetesClusters clusters;
    private String drafts;

    /** The server to work on; closed after the test. */
    abstract KubeTarget target();

    @BeforeEach
    void open() {
        target = target();
        drafts = target.namespace("drafts");
        clusters = KubernetesClusters.builder()
                .add("target", target.client())
                .draftNamespace(drafts)
                .build();
    }

    @AfterEach
    void close() {
        if (clusters != null) {
            clusters.close();
        }
        if (target != null) {
            target.close();
        }
    }

    @Override
    protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
        ClusterAccess cluster = new RunCluster(clusters.find("acme", "target").orElseThrow(), target.named("") + "-");
        stacks.forEach((stack, spec) -> cluster.commit(StackCommit.builder()
                .organisation("acme")
                .draftId(new StackDraftId(UUID.randomUUID()))
                .stack(stack)
                .addAllMembers(ordered(held(spec)))
                .secrets(parameter -> {
                    throw new AssertionError("no secret is bound");
                })
                .build()));
        return cluster;
    }

    private static List<CommitMember> ordered(StackSpec spec) {
        return StackGraph.of(spec).order().stream()
                .map(ref -> CommitMember.builder()
                        .member(spec.find(ref).orElseThrow())
                        .build())
                .toList();
    }

    @Override
    protected StackSpec held(StackSpec wanted) {
        return withoutAddons(wanted);
    }

    @Override
    protected boolean live() {
        return true;
    }

    @Override
    protected String namespace(String stack) {
        return namespaces.computeIfAbsent(stack, target::namespace);
    }

    @Override
    protected Optional<Failing> failing(ClusterAccess cluster, String stack, Member member) {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: taken\n  namespace: " + namespace(stack)
                + "\ndata:\n  owner: the stack\n";
        String path = "/api/v1/namespaces/" + namespace(stack) + "/configmaps";
        target.post(
                path,
                "kubectl-create",
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"taken\"}}");
        return Optional.of(new Failing(member.withText(text), () -> target.delete(path + "/taken")));
    }

    @Override
    protected void edit(ClusterAccess cluster, String stack, Member changed) {
        target.forced(changed.text().orElseThrow(), "kubectl-edit");
    }

    @Override
    protected List<String> inTheOpen() {
        List<String> open = new ArrayList<>();
        namespaces
                .values()
                .forEach(namespace ->
                        open.add(target.kept(namespace, "configmaps", "services", "serviceaccounts", "events")));
        open.add(target.kept(drafts, "configmaps", "secrets", "events"));
        return open;
    }
}
