package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.core.internal.codec.EncodedDocument;
import io.stackprofile.core.internal.codec.VersionDocument;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Stores versions: contents first, then the version and its profile in one conditional write. */
final class VersionWriter {

    /** How often a version is offered again when another writer took its number in between: each time, one got on. */
    private static final int ATTEMPTS = 1_000;

    private final EngineParts parts;
    private final StackProfileStore store;
    private final ProfileReader reader;
    private final Caller caller;
    private final ProfileTexts texts;
    private final ProfileNews news;

    VersionWriter(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.store = parts.store();
        this.reader = new ProfileReader(store, caller);
        this.caller = caller;
        this.texts = new ProfileTexts(parts);
        this.news = new ProfileNews(parts);
    }

    /** A new profile with its first version; the earlier result when the request key was used before. */
    ProfileVersion create(RequestKey requestKey, ProfileMetadata metadata, VersionContent content, Sweep sweep) {
        Instant now = content.provenance().createdAt();
        VersionRecord version = record(1, content, encoded(content, sweep), sweep);
        ProfileRecord profile = ProfileRecord.builder()
                .id(new ProfileId(parts.ids().next()))
                .organisation(caller.organisation())
                .name(metadata.name())
                .description(metadata.description())
                .category(metadata.category())
                .addAllTags(metadata.tags())
                .visibility(metadata.visibility())
                .revision(1)
                .currentVersion(1)
                .latestVersion(1)
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .updatedBy(caller.subject())
                .change(ProfileRevision.created(metadata.name(), version.header()))
                .build();
        metadata.requireClean(sweep);
        texts.require(metadata);
        ProfileRecord stored = news.tell(store.profiles().create(requestKey.text(), profile, version));
        return readBack(stored);
    }

    /**
     * The next version of a profile; the earlier result when the request key was used before.
     *
     * @param expectedLatest the version this one follows; refused when the profile has a newer one. Empty to follow
     *     whichever is the latest
     */
    ProfileVersion append(
            RequestKey requestKey,
            ProfileId id,
            VersionContent content,
            Optional<Integer> expectedLatest,
            Sweep sweep) {
        EncodedDocument encoded = encoded(content, sweep);
        for (int attempt = 1; ; attempt++) {
            ProfileRecord profile = reader.owned(id);
            VersionRecord version = record(profile.latestVersion() + 1, content, encoded, sweep);
            ProfileRecord changed = reader.revision(profile)
                    .add(version.header())
                    .made(Kind.VERSION_ADDED, caller, content.provenance().createdAt());
            if (expectedLatest.isPresent() && profile.latestVersion() != expectedLatest.get()) {
                return repeated(requestKey, profile, expectedLatest.get(), changed, version);
            }
            try {
                ProfileRecord stored =
                        news.tell(store.profiles().append(requestKey.text(), profile.revision(), changed, version));
                return readBack(stored);
            } catch (ConflictException conflict) {
                if (conflict.code() != ErrorCode.STALE_REVISION || attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    /** A request that no longer fits may be one that already succeeded; the store knows by its key. */
    private ProfileVersion repeated(
            RequestKey requestKey, ProfileRecord profile, int expected, ProfileRecord changed, VersionRecord version) {
        try {
            ProfileRecord stored = news.tell(store.profiles().append(requestKey.text(), -1, changed, version));
            return readBack(stored);
        } catch (ConflictException stale) {
            throw new ConflictException(
                    ErrorCode.STALE_REVISION,
                    "profile '" + profile.name() + "' has version " + profile.latestVersion() + ", newer than version "
                            + expected + " that this one follows",
                    "Rebase the draft onto version " + profile.latestVersion() + ", or start again from it.");
        }
    }

    /** The version that a write has just stored, or an earlier one of the same request. */
    private ProfileVersion readBack(ProfileRecord stored) {
        return AfterWrite.get(
                "the version was stored and could not be read back",
                () -> reader.version(stored, stored.latestVersion()));
    }

    /** The version's document, swept, its texts in the store already. */
    private EncodedDocument encoded(VersionContent content, Sweep sweep) {
        EncodedDocument encoded = VersionDocument.encode(
                content.spec(),
                content.parameters(),
                content.rules(),
                content.migration(),
                content.provenance(),
                content.report(),
                content.redaction(),
                content.fingerprints().of(content.parameters()));
        sweep.requireAbsent("the version's document", encoded.document());
        texts.require("the changelog", content.changelog().map(sweep::mask));
        encoded.contents().values().forEach(text -> sweep.requireAbsent("a member's template", text));
        store.contents()
                .putAll(
                        caller.organisation(),
                        encoded.contents(),
                        content.provenance().createdAt());
        return encoded;
    }

    private VersionRecord record(int number, VersionContent content, EncodedDocument encoded, Sweep sweep) {
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(number)
                        .channel(content.channel())
                        .changelog(content.changelog().map(sweep::mask))
                        .digest(content.digest())
                        .createdAt(content.provenance().createdAt())
                        .createdBy(caller.subject())
                        .build())
                .document(encoded.document())
                .addAllContents(new LinkedHashSet<>(encoded.contents().keySet()))
                .build();
    }
}
