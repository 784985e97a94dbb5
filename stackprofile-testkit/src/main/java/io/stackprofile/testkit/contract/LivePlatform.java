package io.stackprofile.testkit.contract;

import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;

/** A stack in one namespace of objects that every API server serves, with fields that its clients tend to lose. */
final class LivePlatform {

    private LivePlatform() {}

    static StackSpec in(String namespace) {
        return StackBuilder.stack("A status page")
                .manifest("account", text(ACCOUNT, namespace))
                .manifest("nginx", text(NGINX, namespace))
                .after("manifest/account")
                .manifest("mailer", text(MAILER, namespace))
                .after("manifest/account")
                .manifest("status-page", text(STATUS_PAGE, namespace))
                .after("manifest/account", "manifest/nginx", "manifest/mailer")
                .manifest("status-page-ingress", text(INGRESS, namespace))
                .after("manifest/status-page")
                .manifest("policies", text(POLICIES, namespace))
                .after("manifest/status-page")
                .addon("valkey", "0.7.4", "https://valkey.io/valkey-helm", "architecture: standalone # enough\n")
                .after("manifest/account")
                .build();
    }

    private static String text(String template, String namespace) {
        return template.replace("NAMESPACE", namespace);
    }

    private static final String ACCOUNT = """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: status-page
              namespace: NAMESPACE
              annotations: {contact: platform@acme.dev}
            automountServiceAccountToken: false
            """;

    private static final String NGINX = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: nginx
              namespace: NAMESPACE
            data:
              nginx.conf: |
                # one worker is enough
                worker_processes  1;

                http { server { listen 8080; } }
              empty: ""
            binaryData:
              favicon.ico: AAABAAEAEBA=
            """;

    private static final String MAILER = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: mailer
              namespace: NAMESPACE
            type: Opaque
            data:
              user: bWFpbGVy
            stringData:
              greeting: 'hello: "all"'
            """;

    private static final String STATUS_PAGE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: status-page
              namespace: NAMESPACE
              labels: &labels
                app.kubernetes.io/name: status-page
            spec:
              replicas: 2
              selector:
                matchLabels: *labels
              template:
                metadata:
                  labels: *labels
                spec:
                  serviceAccountName: status-page
                  containers:
                    - name: web
                      image: ghcr.io/acme/status-page:1.8.0
                      args: ["--listen=:8080", "--title=Acme status"]
                      ports:
                        - containerPort: 8080
                      env:
                        - {name: LOG_LEVEL, value: info}
                        - name: MAILER
                          valueFrom:
                            secretKeyRef: {name: mailer, key: user, optional: true}
                      resizePolicy:
                        - {resourceName: cpu, restartPolicy: NotRequired}
                      volumeMounts:
                        - {name: nginx, mountPath: /etc/nginx, readOnly: true}
                        - {name: cache, mountPath: /var/cache/nginx}
                  volumes:
                    - name: nginx
                      configMap: {name: nginx}
                    - name: cache
                      emptyDir: {}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: status-page
              namespace: NAMESPACE
            spec:
              selector:
                app.kubernetes.io/name: status-page
              trafficDistribution: PreferClose
              ports:
                - {name: http, port: 80, targetPort: 8080, appProtocol: http}
            """;

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: status-page
              namespace: NAMESPACE
            spec:
              rules:
                - host: status.acme.dev
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service: {name: status-page, port: {number: 80}}
            """;

    private static final String POLICIES = """
            # Deny by default; what may talk to what is listed below.
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: default-deny
              namespace: NAMESPACE
            spec:
              podSelector: {}
              policyTypes:
                - Ingress
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: status-page
              namespace: NAMESPACE
            spec:
              minAvailable: 1
              selector:
                matchLabels:
                  app.kubernetes.io/name: status-page
            """;
}
