package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/** A small platform stack as it is captured: the example that golden files and error tables are made from. */
public final class PlatformStack {

    private PlatformStack() {}

    /** Three members, two edges. */
    public static StackSpec spec() {
        return StackSpec.of(
                Optional.of("Edge and observability of a customer-facing cluster"),
                List.of(namespaces(), ingress(), grafana()));
    }

    /** A manifest of two documents. */
    public static Manifest namespaces() {
        return Manifest.builder().name("namespaces").content("""
                        # Everything hangs off these.
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: edge
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: observability
                        """).build();
    }

    /** An add-on with values. */
    public static Addon ingress() {
        return Addon.builder()
                .name("ingress-nginx")
                .namespace("edge")
                .chartName("ingress-nginx")
                .chartVersion("4.11.2")
                .repositoryUrl("https://kubernetes.github.io/ingress-nginx")
                .addParent(MemberRef.manifest("namespaces"))
                .values("""
                        controller:
                          replicaCount: ${{ parameters.replicas }}   # one per zone
                          config:
                            use-forwarded-headers: "true"
                        """)
                .build();
    }

    /** An add-on from a registry, with a secret parameter in its values. */
    public static Addon grafana() {
        return Addon.builder()
                .name("grafana")
                .namespace("observability")
                .chartName("grafana")
                .chartVersion("8.5")
                .registryName("platform-charts")
                .addParent(MemberRef.manifest("namespaces"))
                .addParent(MemberRef.addon("ingress-nginx"))
                .values("""
                        adminPassword: ${{ parameters.grafana_admin_password }}
                        ingress:
                          hosts:
                            - grafana.${{ parameters.domain }}
                        """)
                .build();
    }

    /** A parameter of each type but boolean. */
    public static List<Parameter> parameters() {
        return List.of(
                Parameter.builder()
                        .name("domain")
                        .type(ParameterType.STRING)
                        .title("Base domain")
                        .required(true)
                        .pattern("^[a-z0-9.-]+$")
                        .build(),
                Parameter.builder()
                        .name("replicas")
                        .type(ParameterType.NUMBER)
                        .group("Size")
                        .defaultValue(ParameterValue.of(3))
                        .build(),
                Parameter.builder()
                        .name("log_level")
                        .type(ParameterType.ENUM)
                        .addEnumValue("info")
                        .addEnumValue("debug")
                        .defaultValue(ParameterValue.of("info"))
                        .build(),
                Parameter.builder()
                        .name("file_mode")
                        .type(ParameterType.NUMBER)
                        .defaultValue(ParameterValue.of(420).spelled("0644"))
                        .build(),
                Parameter.builder()
                        .name("grafana_admin_password")
                        .type(ParameterType.SECRET)
                        .description("Found in addon/grafana at /adminPassword")
                        .required(true)
                        .build());
    }
}
