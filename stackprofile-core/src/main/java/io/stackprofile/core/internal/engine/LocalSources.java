package io.stackprofile.core.internal.engine;

import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads values that are not secrets from the process's environment and files, where the host allows it. What is read is
 * stored and shown, so no other resolver is asked: a caller could have any secret of the host's shown that way.
 */
final class LocalSources {

    private final String organisation;
    private final List<SecretResolver> resolvers;

    LocalSources(String organisation, List<SecretResolver> resolvers) {
        this.organisation = organisation;
        this.resolvers = resolvers;
    }

    /** The text that {@code ref} points to; empty when nothing is there, or nothing that can be read as UTF-8 text. */
    Optional<String> read(SecretRef ref) {
        try {
            return resolvers.stream()
                    .map(resolver -> resolver.resolve(organisation, ref))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(LocalSources::text);
        } catch (SecretException unreadable) {
            // Told with everything else that is wrong, instead of alone.
            return Optional.empty();
        }
    }

    private static Optional<String> text(SecretValue value) {
        try (value) {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.reveal()))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
