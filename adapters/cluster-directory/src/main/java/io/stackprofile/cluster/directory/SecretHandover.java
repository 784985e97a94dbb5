package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.secret.SecretWriter;
import io.stackprofile.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Resolves a commit's secrets one by one and hands each, encoded as its name says, to the caller's writer. */
final class SecretHandover {

    private final SecretWriter writer;
    private final String cluster;

    SecretHandover(SecretWriter writer, String cluster) {
        this.writer = writer;
        this.cluster = cluster;
    }

    void hand(StackCommit commit, SecretName name) {
        try (SecretValue value = commit.secrets().secret(name.parameter());
                SecretValue encoded = encoded(value, name)) {
            writer.write(commit.organisation(), cluster, commit.stack(), name.name(), encoded);
        }
    }

    private static SecretValue encoded(SecretValue value, SecretName name) {
        byte[] plain = value.reveal();
        byte[] encoded = encode(plain, name);
        try {
            return SecretValue.of(encoded);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] encode(byte[] plain, SecretName name) {
        return switch (name.filter().orElse("")) {
            case "" -> plain.clone();
            case "base64" -> Base64.getEncoder().encode(plain);
            case "json" -> json(plain).getBytes(StandardCharsets.UTF_8);
            case "jsontext" -> withoutQuotes(json(plain)).getBytes(StandardCharsets.UTF_8);
            case "urlencode" -> percent(plain).getBytes(StandardCharsets.US_ASCII);
            default ->
                throw new SecretException(
                        ErrorCode.INVALID_PLACEHOLDER,
                        "the secret of parameter '" + name.parameter() + "' is wanted in an encoding that is not known",
                        "Use base64, json, jsontext or urlencode.",
                        Location.unknown());
        };
    }

    /** A whole JSON string, quotes included. */
    private static String json(byte[] plain) {
        return YamlValue.of(new String(plain, StandardCharsets.UTF_8)).json();
    }

    private static String withoutQuotes(String json) {
        return json.substring(1, json.length() - 1);
    }

    /** RFC 3986: all but the unreserved characters, byte by byte. */
    private static String percent(byte[] plain) {
        StringBuilder out = new StringBuilder(plain.length + 8);
        for (byte b : plain) {
            int c = b & 0xFF;
            boolean unreserved = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            out.append(unreserved ? String.valueOf((char) c) : String.format("%%%02X", c));
        }
        return out.toString();
    }
}
