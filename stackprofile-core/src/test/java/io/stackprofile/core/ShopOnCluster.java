package io.stackprofile.core;

import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;

/** The same shop as three clusters run it: staging, and production in Europe and in the United States. */
record ShopOnCluster(
        String cluster,
        String namespace,
        String domain,
        int replicas,
        String release,
        String level,
        boolean cache,
        String memory,
        String chart,
        String password,
        String apiKey) {

    static final ShopOnCluster STAGING = new ShopOnCluster(
            "staging",
            "shop-staging",
            "staging.acme.dev",
            1,
            "1.5.0-rc.1",
            "debug",
            false,
            "512Mi",
            "55.2.0",
            "Qm7-staging-canary-Lx2v",
            "kR9-staging-canary-pT4w");
    static final ShopOnCluster EUROPE = new ShopOnCluster(
            "prod-eu",
            "shop-eu",
            "eu.acme.dev",
            6,
            "1.4.2",
            "info",
            true,
            "2Gi",
            "55.1.0",
            "Zb5-europe-canary-Hn8d",
            "wS3-europe-canary-vJ6c");
    static final ShopOnCluster AMERICA = new ShopOnCluster(
            "prod-us",
            "shop-us",
            "us.acme.dev",
            4,
            "1.4.2",
            "info",
            true,
            "2Gi",
            "55.1.0",
            "Xc1-america-canary-Gf9s",
            "eD7-america-canary-mK2q");

    static List<ShopOnCluster> all() {
        return List.of(STAGING, EUROPE, AMERICA);
    }

    List<String> canaries() {
        return List.of(password, apiKey);
    }

    StackSpec spec() {
        return builder().build();
    }

    StackBuilder builder() {
        return StackBuilder.stack("What the shop runs.")
                .manifest("namespace", """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: NAMESPACE
                        """.replace("NAMESPACE", namespace))
                .manifest("web", web())
                .after("manifest/namespace")
                .manifest("settings", settings())
                .after("manifest/namespace")
                .manifest("credentials", credentials())
                .after("manifest/namespace")
                .addon("kube-prometheus-stack", chart, "https://charts.acme.dev/community", values());
    }

    private String web() {
        return """
                # The shop's front.
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: NAMESPACE # where it lives
                spec:
                  replicas: REPLICAS
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - name: web
                          image: "registry.acme.dev/shop/web:RELEASE"
                          args: [--listen, ":8080"]
                          env:
                            - name: LOG_LEVEL
                              value: LEVEL
                            - name: PUBLIC_URL
                              value: https://shop.DOMAIN/start?lang=en
                            - name: DATABASE_URL
                              value: postgres://shop:PASSWORD@db.NAMESPACE.svc:5432/shop
                          resources:
                            limits: {memory: MEMORY, cpu: 500m}
                """.replace("NAMESPACE", namespace)
                .replace("REPLICAS", String.valueOf(replicas))
                .replace("RELEASE", release)
                .replace("LEVEL", level.equals("debug") ? "debug" : "info")
                .replace("DOMAIN", domain)
                .replace("PASSWORD", password)
                .replace("MEMORY", memory)
                .replace("LOG_info", "LOG_LEVEL")
                .replace("LOG_debug", "LOG_LEVEL");
    }

    private String settings() {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: %s
                data:
                  shop.properties: |
                    # which shop this is
                    shop.url=https://shop.%s/
                    cache.enabled=%s
                    db.host=db.%s.svc
                """.formatted(namespace, domain, cache, namespace);
    }

    private String credentials() {
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: credentials
                  namespace: %s
                stringData:
                  password: %s
                  api-key: %s
                """.formatted(namespace, password, apiKey);
    }

    private String values() {
        return """
                grafana:
                  ingress:
                    enabled: true
                    hosts: ["grafana.%s"]
                prometheus:
                  prometheusSpec:
                    replicas: %d
                    scrapeClasses: []
                    cached: %s
                """.formatted(domain, replicas, cache);
    }
}
