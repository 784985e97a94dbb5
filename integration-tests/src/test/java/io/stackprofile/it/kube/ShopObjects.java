package io.stackprofile.it.kube;

/** A shop as a team runs it: some applied by kubectl, some by a pipeline with server-side apply. */
final class ShopObjects {

    static final String CANARY = "Kx7-canary-Pq2-of-the-shop";

    private final KubeTarget target;
    private final String namespace;
    private final String partOf;

    ShopObjects(KubeTarget target, String namespace, String partOf) {
        this.target = target;
        this.namespace = namespace;
        this.partOf = partOf;
    }

    /** Puts them there. */
    void run() {
        target.clientApply(core("configmaps"), settings());
        target.clientApply(core("secrets"), credentials());
        target.clientApply(core("services"), service());
        target.apply(core("serviceaccounts/web"), "platform-team", account());
        target.apply(apps("deployments/web"), "platform-team", web("ghcr.io/acme/web:1.4.0"));
    }

    String core(String path) {
        return "/api/v1/namespaces/" + namespace + "/" + path;
    }

    String apps(String path) {
        return "/apis/apps/v1/namespaces/" + namespace + "/" + path;
    }

    private String metadata(String name) {
        return """
                "metadata": {"name": "%s", "namespace": "%s", "labels": {"app.kubernetes.io/part-of": "%s"}}""".formatted(name, namespace, partOf);
    }

    private String settings() {
        return """
                {"apiVersion": "v1", "kind": "ConfigMap", %s,
                 "data": {"nginx.conf": "server {\\n  listen 8080;\\n  server_name shop.acme.dev;\\n}\\n",
                          "LOG_LEVEL": "info", "FLAGS": "yes"}}
                """.formatted(metadata("settings"));
    }

    private String credentials() {
        return """
                {"apiVersion": "v1", "kind": "Secret", %s, "type": "Opaque",
                 "stringData": {"password": "%s"}}
                """.formatted(metadata("credentials"), CANARY);
    }

    private String service() {
        return """
                {"apiVersion": "v1", "kind": "Service", %s,
                 "spec": {"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80, "targetPort": 8080}]}}
                """.formatted(metadata("web"));
    }

    private String account() {
        return """
                {"apiVersion": "v1", "kind": "ServiceAccount", %s, "automountServiceAccountToken": false}
                """.formatted(metadata("web"));
    }

    private String web(String image) {
        return """
                {"apiVersion": "apps/v1", "kind": "Deployment", %s,
                 "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}},
                  "template": {"metadata": {"labels": {"app": "web"}},
                   "spec": {"serviceAccountName": "web",
                    "containers": [{"name": "web", "image": "%s",
                      "ports": [{"containerPort": 8080}],
                      "envFrom": [{"configMapRef": {"name": "settings"}}],
                      "env": [{"name": "DB_PASSWORD",
                        "valueFrom": {"secretKeyRef": {"name": "credentials", "key": "password"}}}],
                      "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}}}]}}}}
                """.formatted(metadata("web"), image);
    }
}
