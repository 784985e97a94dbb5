package io.stackprofile.test.kubernetes;

/** Writes kubeconfigs. */
final class Kubeconfig {

    private Kubeconfig() {}

    static String text(String url, String token) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: test
                  cluster:
                    server: %s
                users:
                - name: test
                  user:
                    token: %s
                contexts:
                - name: test
                  context:
                    cluster: test
                    user: test
                current-context: test
                """.formatted(url, token);
    }
}
