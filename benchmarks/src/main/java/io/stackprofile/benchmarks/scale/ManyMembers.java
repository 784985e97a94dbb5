package io.stackprofile.benchmarks.scale;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.benchmarks.StackFiles;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The members of a large stack and the versions of a profile of it, each of which changes three members. */
final class ManyMembers {

    static final ProfileId PROFILE = new ProfileId(UUID.fromString("0195ffff-0000-7000-8000-000000000001"));

    private static final int CHANGED = 3;

    private final Map<String, String> texts;
    private final Map<String, Digest> digests = new LinkedHashMap<>();
    private final List<String> names;
    private int version = 1;

    private ManyMembers(Map<String, String> texts) {
        this.texts = new LinkedHashMap<>(texts);
        this.names = List.copyOf(texts.keySet());
        texts.forEach((name, text) -> digests.put(name, digest(text)));
    }

    /** Of an archive or a folder of YAML files. */
    static ManyMembers of(Path stack) throws IOException {
        return new ManyMembers(StackFiles.read(stack));
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Changes three members, which are far from each other; the texts that are new. */
    Map<String, String> change() {
        version++;
        Map<String, String> changed = new LinkedHashMap<>();
        for (int i = 0; i < CHANGED; i++) {
            String name = names.get((version * 7 + i * (names.size() / CHANGED)) % names.size());
            String text = "# changed for version " + version + "\n" + texts.get(name);
            changed.put(name, text);
            texts.put(name, text);
            digests.put(name, digest(text));
        }
        return changed;
    }

    /** Every text by its digest, as a publication puts them. */
    Map<Digest, String> contents() {
        Map<Digest, String> contents = new LinkedHashMap<>();
        digests.forEach((name, digest) -> contents.put(digest, texts.get(name)));
        return contents;
    }

    /** The version as it is now. */
    VersionRecord version() {
        String document = digests.entrySet().stream()
                .map(member -> "{\"kind\":\"manifest\",\"name\":\"" + member.getKey() + "\",\"content\":\""
                        + member.getValue() + "\"}")
                .collect(Collectors.joining(",", "{\"format\":1,\"version\":" + version + ",\"members\":[", "]}"));
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(version)
                        .channel("stable")
                        .changelog("Three members")
                        .digest(digest(document))
                        .createdAt(now())
                        .createdBy("alice")
                        .build())
                .document(document)
                .addAllContents(new LinkedHashSet<>(digests.values()))
                .build();
    }

    /** The profile as it is now. */
    ProfileRecord profile() {
        return ProfileRecord.builder()
                .id(PROFILE)
                .organisation(StoredRows.ORGANISATION)
                .name("everything")
                .visibility(Visibility.ORGANISATION)
                .revision(version)
                .currentVersion(version)
                .latestVersion(version)
                .createdAt(now())
                .createdBy("alice")
                .updatedAt(now())
                .updatedBy("alice")
                .build();
    }

    /** A minute later with each version. */
    Instant now() {
        return Instant.parse("2026-11-01T12:00:00Z").plusSeconds(60L * version);
    }

    int number() {
        return version;
    }

    List<String> names() {
        return new ArrayList<>(names);
    }

    private static Digest digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Digest.of("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
