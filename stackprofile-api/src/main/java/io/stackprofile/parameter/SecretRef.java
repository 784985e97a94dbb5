package io.stackprofile.parameter;

import java.util.regex.Pattern;

/**
 * Says where a secret is, never what it is: {@code env:GRAFANA_PW}, {@code file:/run/secrets/db},
 * {@code kubernetes:namespace/name/key}, or a scheme of the host's own. Safe to store and print.
 *
 * @param scheme who resolves it: lower-case letters, digits and hyphens
 * @param locator where it is, in the scheme's own terms; not empty
 */
public record SecretRef(String scheme, String locator) {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the shape. */
    public SecretRef {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalArgumentException("a secret reference's scheme is 1 to 32 of a-z, 0-9 and '-'");
        }
        if (locator.isBlank()) {
            throw new IllegalArgumentException("a secret reference says where: scheme:locator");
        }
    }

    /** An environment variable of the process that commits. */
    public static SecretRef env(String variable) {
        return new SecretRef("env", variable);
    }

    /** A file the committing process can read; its bytes are the secret, less one trailing line end. */
    public static SecretRef file(String path) {
        return new SecretRef("file", path);
    }

    /** A key of a Kubernetes Secret. */
    public static SecretRef kubernetes(String namespace, String name, String key) {
        return new SecretRef("kubernetes", namespace + "/" + name + "/" + key);
    }

    /**
     * Reads {@code scheme:locator}.
     *
     * @throws IllegalArgumentException when {@code text} has no scheme; the text is not repeated, it may be a secret
     */
    public static SecretRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "a secret is bound by reference: env:VARIABLE, file:PATH or scheme:locator");
        }
        return new SecretRef(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return scheme + ":" + locator;
    }
}
