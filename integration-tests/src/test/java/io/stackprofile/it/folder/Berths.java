package io.stackprofile.it.folder;

import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;

/** A stack that plans berths: its settings, a password, a planner that needs both, what measures it, and a chart. */
final class Berths {

    static final String PASSWORD = "tidal-Gantry-57-mooring";

    static final MemberRef SETTINGS = MemberRef.manifest("settings");
    static final MemberRef PLANNER = MemberRef.manifest("planner");
    static final MemberRef EXPORTER = MemberRef.manifest("exporter");
    static final MemberRef METRICS = MemberRef.addon("metrics");

    private Berths() {}

    static StackSpec stack() {
        return StackBuilder.stack("Plans berths.")
                .manifest("settings", """
                        # What the planner reads at its start.
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: planner
                          namespace: quay
                        data:
                          mode: steady   # or storm
                          tide: "neap"
                          url: postgres://planner:%s@db.quay.svc:5432/planner
                        """.formatted(PASSWORD))
                .manifest("credentials", """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: planner-db
                          namespace: quay
                        stringData:
                          password: %s
                        """.formatted(PASSWORD))
                .manifest("planner", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: planner
                          namespace: quay
                        spec:
                          replicas: 2   # one a shift
                          selector:
                            matchLabels: {app: planner}
                          template:
                            metadata:
                              labels: {app: planner}
                            spec:
                              containers:
                                - name: planner
                                  image: ghcr.io/northwind-freight/planner:1.4.0
                                  resources:
                                    limits: {memory: 512Mi, cpu: 1000m}
                        """)
                .after("manifest/settings", "manifest/credentials")
                .manifest("exporter", """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: exporter
                          namespace: quay
                        spec:
                          selector: {app: planner}
                          ports:
                            - name: metrics
                              port: 9100
                        """)
                .after("manifest/planner")
                .addon(
                        "metrics",
                        "5.27.0",
                        "https://prometheus-community.github.io/helm-charts",
                        "replicas: 1\nprometheus:\n  monitor:\n    enabled: true\n")
                .build();
    }

    /** The stack with one member's text changed. */
    static StackSpec edited(StackSpec spec, MemberRef ref, String from, String to) {
        Member member = spec.find(ref).orElseThrow();
        String text = member.text().orElseThrow();
        if (!text.contains(from)) {
            throw new IllegalArgumentException(ref + " does not hold what is to be changed");
        }
        return spec.with(member.withText(text.replace(from, to)));
    }
}
