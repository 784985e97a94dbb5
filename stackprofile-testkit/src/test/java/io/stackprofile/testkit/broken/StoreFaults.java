package io.stackprofile.testkit.broken;

import io.stackprofile.Page;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Mistakes that stores make. */
final class StoreFaults {

    private StoreFaults() {}

    /** Does not look whether the conditional write was done: the second writer's change is lost. */
    static Fault lostUpdate() {
        return call -> {
            try {
                return call.proceed();
            } catch (ConflictException lost) {
                return changedOf(call);
            }
        };
    }

    private static Object changedOf(Fault.Call call) {
        for (Object arg : call.args()) {
            if (arg instanceof ProfileRecord) {
                return arg;
            }
        }
        return null;
    }

    static Fault forgetRequestKeys() {
        return call -> call.withFirst(call.args()[0] + "-" + UUID.randomUUID());
    }

    /** Remembers the key of a request that failed. */
    static Fault rememberFailures() {
        Set<Object> failed = ConcurrentHashMap.newKeySet();
        return call -> {
            if (failed.contains(call.args()[0])) {
                return changedOf(call);
            }
            try {
                return call.proceed();
            } catch (StackProfileException e) {
                failed.add(call.args()[0]);
                throw e;
            }
        };
    }

    /** A create that is refused leaves its profile, under another name. */
    static Fault halfCreate() {
        return call -> {
            try {
                return call.proceed();
            } catch (ConflictException e) {
                ProfileRecord left = rebuilt(call.arg(1), "left over", List.of(), Instant.EPOCH);
                call.with("left-" + UUID.randomUUID(), left, call.arg(2));
                throw e;
            }
        };
    }

    static Fault foldNames() {
        return call -> call.arg(1) instanceof ProfileKey.ByName byName
                ? call.with(call.arg(0), ProfileKey.of(byName.name().toLowerCase(Locale.ROOT)))
                : call.proceed();
    }

    static Fault swallowMissing() {
        return call -> {
            try {
                return call.proceed();
            } catch (NotFoundException e) {
                return null;
            }
        };
    }

    /** Keeps tags as one text, joined by commas. */
    static Fault joinTags() {
        return call -> ((Optional<?>) call.proceed())
                .map(ProfileRecord.class::cast)
                .map(profile -> rebuilt(
                        profile,
                        profile.name(),
                        List.of(String.join(",", profile.tags()).split(",")),
                        profile.createdAt()));
    }

    /** Keeps instants to the millisecond. */
    static Fault coarseInstants() {
        return call -> ((Optional<?>) call.proceed())
                .map(ProfileRecord.class::cast)
                .map(profile -> rebuilt(
                        profile,
                        profile.name(),
                        profile.tags(),
                        profile.createdAt().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Finds the record for whoever asks. */
    static Fault leak() {
        return call -> {
            Optional<?> own = (Optional<?>) call.proceed();
            for (String organisation : List.of("acme", "acme-globex")) {
                own = own.isPresent() ? own : (Optional<?>) call.withFirst(organisation);
            }
            return own;
        };
    }

    static Fault ignorePrefix() {
        return call -> {
            ProfileFilter filter = call.arg(0);
            return call.withFirst(ProfileFilter.builder()
                    .organisation(filter.organisation())
                    .category(filter.category())
                    .tag(filter.tag())
                    .visibility(filter.visibility())
                    .build());
        };
    }

    /** Reads {@code %} and {@code _} in a prefix as a query language does. */
    static Fault wildcards() {
        return call -> {
            ProfileFilter filter = call.arg(0);
            String prefix = filter.namePrefix().orElse("");
            String pattern = prefix.replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
            Page<?> all = (Page<?>) ignorePrefix().on(call);
            List<?> matching = all.items().stream()
                    .filter(item -> ((ProfileRecord) item).name().matches("(?s)\\Q" + pattern + "\\E.*"))
                    .toList();
            return new Page<>(matching, all.next());
        };
    }

    /** Is one entry behind. */
    static Fault withoutNewest() {
        return call -> {
            Page<?> page = (Page<?>) call.proceed();
            return new Page<>(page.items().stream().skip(1).toList(), page.next());
        };
    }

    /** Keeps nothing of what was deleted. */
    static Fault untilDeleted() {
        return call -> {
            Page<?> page = (Page<?>) call.proceed();
            boolean deleted = page.items().size() > 4;
            return deleted ? new Page<>(List.of(), Optional.empty()) : page;
        };
    }

    /** Answers from what it answered before. */
    static Fault cache() {
        ConcurrentHashMap<List<Object>, Object> answers = new ConcurrentHashMap<>();
        return call -> {
            List<Object> question = List.of(call.args());
            Object answer = answers.containsKey(question) ? answers.get(question) : call.proceed();
            answers.put(question, answer);
            return answer;
        };
    }

    /** Never goes down: deletes move no count. */
    static Fault highWater() {
        AtomicLong most = new AtomicLong();
        return call -> most.accumulateAndGet((Long) call.proceed(), Math::max);
    }

    /** Refuses a second put of anything. */
    static Fault refuseAgain() {
        Set<Object> seen = new HashSet<>();
        return call -> {
            synchronized (seen) {
                for (Object digest : call.<Map<?, ?>>arg(1).keySet()) {
                    if (!seen.add(digest)) {
                        throw new ConflictException(ErrorCode.STALE_REVISION, "it is there", "Do not put it again.");
                    }
                }
            }
            return call.proceed();
        };
    }

    /** Keeps the first instant of a put. */
    static Fault neverRefresh() {
        ConcurrentHashMap<Object, Object> first = new ConcurrentHashMap<>();
        return call -> call.with(call.arg(0), call.arg(1), first.computeIfAbsent(call.arg(1), key -> call.arg(2)));
    }

    /** Reads documents as lines, and forgets how they ended. */
    static Fault lineReader() {
        return call -> ((Optional<?>) call.proceed()).map(StoreFaults::unixLines);
    }

    private static Object unixLines(Object read) {
        if (read instanceof DraftRecord draft) {
            return DraftRecord.builder()
                    .id(draft.id())
                    .organisation(draft.organisation())
                    .revision(draft.revision())
                    .name(draft.name())
                    .profile(draft.profile())
                    .createdAt(draft.createdAt())
                    .createdBy(draft.createdBy())
                    .updatedAt(draft.updatedAt())
                    .updatedBy(draft.updatedBy())
                    .document(draft.document().replace("\r\n", "\n"))
                    .addAllContents(draft.contents())
                    .build();
        }
        VersionRecord version = (VersionRecord) read;
        return VersionRecord.builder()
                .header(version.header())
                .document(version.document().replace("\r\n", "\n"))
                .addAllContents(version.contents())
                .build();
    }

    /** Trims texts at their end. */
    static Fault trim() {
        return call -> {
            Map<Object, Object> trimmed = new LinkedHashMap<>((Map<?, ?>) call.proceed());
            trimmed.replaceAll((digest, text) -> text.toString().stripTrailing());
            return trimmed;
        };
    }

    /** Cuts texts at a million characters, as some column types do. */
    static Fault cut() {
        return call -> {
            Map<Object, Object> read = new LinkedHashMap<>((Map<?, ?>) call.proceed());
            read.replaceAll((digest, text) -> text.toString()
                    .substring(0, Math.min(1_000_000, text.toString().length())));
            return read;
        };
    }

    static Fault sharedTenant() {
        return call -> call.withFirst("everyone");
    }

    /** The revision after {@code profile}, as its deletion would have it. */
    static ProfileRecord after(ProfileRecord profile) {
        return rebuilt(profile, profile.revision() + 1, profile.name(), profile.tags(), profile.createdAt());
    }

    private static ProfileRecord rebuilt(ProfileRecord profile, String name, List<String> tags, Instant createdAt) {
        return rebuilt(profile, profile.revision(), name, tags, createdAt);
    }

    private static ProfileRecord rebuilt(
            ProfileRecord profile, long revision, String name, List<String> tags, Instant createdAt) {
        return ProfileRecord.builder()
                .id(profile.id())
                .organisation(profile.organisation())
                .name(name)
                .description(profile.description())
                .category(profile.category())
                .addAllTags(tags)
                .visibility(profile.visibility())
                .addAllSharedWith(profile.sharedWith())
                .revision(revision)
                .currentVersion(profile.currentVersion())
                .latestVersion(profile.latestVersion())
                .pinnedVersion(profile.pinnedVersion())
                .createdAt(createdAt)
                .createdBy(profile.createdBy())
                .updatedAt(profile.updatedAt())
                .updatedBy(profile.updatedBy())
                .change(profile.change())
                .build();
    }
}
