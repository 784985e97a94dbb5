package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a new instance's generated secrets are kept: where those of the instance that runs on the same stack are, so that
 * an update changes no password, else under the new instance's own id. Looks for the earlier instance when first asked.
 */
final class GeneratedReferences {

    /** An interrupted commit may have deployed members already. */
    private static final Set<InstantiationStatus> RUNNING =
            EnumSet.of(InstantiationStatus.DEPLOYED, InstantiationStatus.PARTIAL, InstantiationStatus.COMMITTING);

    private final EngineParts parts;
    private final Caller caller;
    private final InstantiationId id;
    private final ProfileId profile;
    private final String cluster;
    private final String stack;
    private @Nullable Map<String, SecretRef> earlier;

    GeneratedReferences(
            EngineParts parts, Caller caller, InstantiationId id, ProfileId profile, String cluster, String stack) {
        this.parts = parts;
        this.caller = caller;
        this.id = id;
        this.profile = profile;
        this.cluster = cluster;
        this.stack = stack;
    }

    /** The reference of a parameter's secret; empty when there is no vault to keep it in. */
    Optional<SecretRef> of(String parameter) {
        if (parts.vault().isEmpty()) {
            return Optional.empty();
        }
        if (earlier == null) {
            earlier = earlier();
        }
        return Optional.of(earlier.getOrDefault(parameter, new SecretRef(Given.GENERATED, id + "/" + parameter)));
    }

    private Map<String, SecretRef> earlier() {
        Map<String, SecretRef> references = new LinkedHashMap<>();
        new TargetInstances(parts.store(), caller.organisation())
                .forEach(profile, cluster, stack, record -> collect(record, references));
        return references;
    }

    private static void collect(InstantiationRecord record, Map<String, SecretRef> references) {
        // Newest first, so what is known already stays.
        if (!RUNNING.contains(record.status())) {
            return;
        }
        for (Binding binding : InstantiationDocument.bindings(record.document())) {
            if (binding.source() == BindingSource.GENERATED) {
                binding.secretRef().ifPresent(ref -> references.putIfAbsent(binding.parameter(), ref));
            }
        }
    }
}
