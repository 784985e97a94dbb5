package io.stackprofile.core.internal.copy;

import io.stackprofile.Digest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Optional;

/** A SHA-256 over every field of an item, each with its length, so that two items have the same only if they are equal. */
final class ItemDigest {

    private final MessageDigest sha256;

    private ItemDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The digest as a number without sign. */
    static BigInteger of(StoredItem item) {
        ItemDigest digest = new ItemDigest();
        digest.add(item.getClass().getSimpleName(), item.organisation());
        if (item instanceof StoredItem.Text text) {
            digest.add(text.digest(), text.text(), text.lastPut());
        } else if (item instanceof StoredItem.Profile profile) {
            digest.profile(profile.profile());
        } else if (item instanceof StoredItem.Version version) {
            digest.version(version);
        } else if (item instanceof StoredItem.Answer answer) {
            digest.add(answer.requestKey());
            digest.profile(answer.answer());
        } else if (item instanceof StoredItem.History entry) {
            digest.history(entry.entry());
        } else if (item instanceof StoredItem.Draft draft) {
            digest.draft(draft.draft());
        } else if (item instanceof StoredItem.Suggestion suggestion) {
            digest.suggestion(suggestion.suggestion());
        } else if (item instanceof StoredItem.Instance instance) {
            digest.instance(instance.instance());
        }
        return new BigInteger(1, digest.sha256.digest());
    }

    private void profile(ProfileRecord profile) {
        add(profile.id(), profile.name(), profile.description(), profile.category(), profile.visibility());
        all(profile.tags());
        all(profile.sharedWith());
        add(profile.revision(), profile.currentVersion(), profile.latestVersion(), profile.pinnedVersion());
        add(profile.createdAt(), profile.createdBy(), profile.updatedAt(), profile.updatedBy(), profile.change());
    }

    private void version(StoredItem.Version item) {
        VersionRecord version = item.version();
        add(
                item.profile(),
                version.header().number(),
                version.header().channel(),
                version.header().changelog());
        add(
                version.header().digest(),
                version.header().createdAt(),
                version.header().createdBy());
        Optional<Deprecation> deprecation = version.header().deprecation();
        add(deprecation.isPresent());
        deprecation.ifPresent(why -> {
            add(why.reason(), why.note(), why.at(), why.by());
            all(why.references());
        });
        add(version.document());
        contents(version.contents());
    }

    private void history(HistoryRecord entry) {
        add(entry.profileId(), entry.revision(), entry.at(), entry.by(), entry.change());
    }

    private void draft(DraftRecord draft) {
        add(draft.id(), draft.revision(), draft.name(), draft.profile(), draft.document());
        add(draft.createdAt(), draft.createdBy(), draft.updatedAt(), draft.updatedBy());
        contents(draft.contents());
    }

    private void suggestion(SuggestionRecord suggestion) {
        add(suggestion.id(), suggestion.profileId(), suggestion.organisation(), suggestion.revision());
        add(suggestion.status(), suggestion.createdAt(), suggestion.createdBy());
        add(suggestion.updatedAt(), suggestion.updatedBy(), suggestion.document(), suggestion.proposal());
        contents(suggestion.contents());
    }

    private void instance(InstantiationRecord instance) {
        add(instance.id(), instance.revision(), instance.profileId(), instance.version(), instance.cluster());
        add(instance.stack(), instance.status(), instance.draftId(), instance.createdAt(), instance.createdBy());
        add(instance.updatedAt(), instance.document());
        contents(instance.contents());
    }

    private void contents(Collection<Digest> contents) {
        all(contents.stream().map(Digest::text).sorted().toList());
    }

    private void all(Collection<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
    }

    private void add(Object... fields) {
        for (Object field : fields) {
            if (field instanceof Optional<?> optional) {
                add(optional.isPresent());
                optional.ifPresent(this::add);
            } else {
                // UTF-16, because any string of Java is in it.
                byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_16BE);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
        }
    }
}
