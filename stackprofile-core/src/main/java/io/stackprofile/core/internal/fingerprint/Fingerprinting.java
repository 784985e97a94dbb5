package io.stackprofile.core.internal.fingerprint;

import io.stackprofile.core.internal.redact.CapturedSecrets;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.spi.secret.SecretFingerprints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the host for the codes of captured secrets. Does nothing where the host gives none. */
public final class Fingerprinting {

    private static final String DOMAIN = "io.stackprofile/secret-fingerprint/1";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;

    private final Optional<SecretFingerprints> host;
    private final String organisation;
    private final Supplier<String> newScope;

    /** @param newScope makes the scope of a profile that has none yet */
    public Fingerprinting(Optional<SecretFingerprints> host, String organisation, Supplier<String> newScope) {
        this.host = host;
        this.organisation = organisation;
        this.newScope = newScope;
    }

    /** The codes of {@code secrets}, on top of those of {@code before}, whose scope they are in. */
    public Fingerprints of(CapturedSecrets secrets, Fingerprints before) {
        if (host.isEmpty()) {
            return before;
        }
        String scope = before.scope().orElseGet(newScope);
        Map<String, String> codes = new LinkedHashMap<>(before.codes());
        secrets.forEach((parameter, plaintext) -> codes.put(parameter, code(host.get(), scope, parameter, plaintext)));
        return codes.isEmpty() ? before : new Fingerprints(Optional.of(scope), codes);
    }

    private String code(SecretFingerprints from, String scope, String parameter, String plaintext) {
        byte[] message = message(scope, plaintext);
        byte[] code;
        try {
            code = from.code(organisation, message);
        } catch (RuntimeException failure) {
            // Not chained, and its message not repeated: either may hold the secret.
            throw failed(
                    parameter,
                    "the fingerprints failed with " + failure.getClass().getName());
        } finally {
            Arrays.fill(message, (byte) 0);
        }
        if (code == null || code.length < SHORTEST || code.length > LONGEST) {
            throw failed(parameter, "the fingerprint given for it has not " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return HexFormat.of().formatHex(code);
    }

    // Each part behind its length, so that no two of them read alike when put together.
    private byte[] message(String scope, String plaintext) {
        byte[][] parts = {bytes(DOMAIN), bytes(organisation), bytes(scope), bytes(plaintext)};
        int size = 0;
        for (byte[] part : parts) {
            size += Integer.BYTES + part.length;
        }
        ByteBuffer message = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            message.putInt(part.length).put(part);
        }
        Arrays.fill(parts[parts.length - 1], (byte) 0);
        return message.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SecretException failed(String parameter, String why) {
        return new SecretException(
                ErrorCode.SECRET_UNRESOLVED,
                "the secret of parameter '" + parameter + "' was not marked: " + why,
                "Mend the engine's SecretFingerprints and try again; nothing was stored.",
                Location.unknown());
    }
}
