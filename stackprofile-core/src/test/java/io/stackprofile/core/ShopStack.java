package io.stackprofile.core;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small web shop: two add-ons, four manifests, secrets of several kinds, variables of the stack and of its cluster. */
final class ShopStack {

    static final String DATABASE_PASSWORD = "vK7-mottled-Heron-2291";
    static final String GRAFANA_PASSWORD = "Quarry!Lantern*88213";
    static final String GITHUB_TOKEN = "ghp_9aKq2LmZx81RtYbVnC04WsEdJfGh5TuPoi7Q";
    static final String WEAK = "cargo7";

    static final List<String> CANARIES = List.of(DATABASE_PASSWORD, GRAFANA_PASSWORD, GITHUB_TOKEN);

    static final Map<String, String> VARIABLES = Map.of("BASE_DOMAIN", "shop.northwind-freight.example");

    private ShopStack() {}

    static StackSpec spec() {
        return StackSpec.builder()
                .description("The shop and what watches it.")
                .addMembers(namespace(), credentials(), configuration(), web(1), grafana(), ingress())
                .build();
    }

    static Manifest namespace() {
        return manifest("namespace", """
                # Everything of the shop lives here.
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                """);
    }

    static Manifest credentials() {
        return manifest("credentials", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: shop-db
                  namespace: shop
                type: Opaque
                data:
                  password: %s   # rotated in March
                stringData:
                  pin: %s
                """.formatted(base64(DATABASE_PASSWORD), WEAK), MemberRef.manifest("namespace"));
    }

    static Manifest configuration() {
        return manifest("configuration", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  mode: 0644
                  host: www.${{ ankra.BASE_DOMAIN }}
                  region: ${{ ankra.REGION }}
                  example: "write ${{ parameters.name }} for a placeholder"
                  application.properties: |
                    spring.datasource.url=jdbc:postgresql://db.shop:5432/shop
                    spring.datasource.password=%s
                """.formatted(DATABASE_PASSWORD), MemberRef.manifest("namespace"));
    }

    static Manifest web(int replicas) {
        return manifest("web", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                spec:
                  replicas: %d   # one a zone
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - name: web
                          image: "ghcr.io/northwind-freight/web:3.2.1"
                          env:
                            - name: GITHUB_TOKEN
                              value: %s
                            - name: DB_PASSWORD
                              valueFrom: {secretKeyRef: {name: shop-db, key: password}}
                """.formatted(replicas, GITHUB_TOKEN), MemberRef.manifest("credentials"));
    }

    static Addon grafana() {
        return Addon.builder()
                .name("grafana")
                .chartName("grafana")
                .chartVersion("8.5.2")
                .repositoryUrl("https://grafana.github.io/helm-charts")
                .namespace("shop")
                .values("""
                        adminUser: admin
                        adminPassword: "%s"
                        ingress:
                          hosts: ["grafana.${{ ankra.BASE_DOMAIN }}"]
                        """.formatted(GRAFANA_PASSWORD))
                .addParents(MemberRef.manifest("namespace"))
                .build();
    }

    static Addon ingress() {
        return Addon.builder()
                .name("ingress-nginx")
                .chartName("ingress-nginx")
                .chartVersion("4.11.3")
                .repositoryUrl("https://kubernetes.github.io/ingress-nginx")
                .build();
    }

    static Manifest manifest(String name, String content, MemberRef... parents) {
        return Manifest.builder()
                .name(name)
                .namespace(Optional.empty())
                .content(content)
                .addParents(parents)
                .build();
    }

    /** All that a value shows: its own text, and the texts of its members, which {@code toString} leaves out. */
    static String shown(Object value, StackSpec spec) {
        return value
                + spec.members().stream()
                        .map(member -> member.text().orElse(""))
                        .collect(Collectors.joining());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
