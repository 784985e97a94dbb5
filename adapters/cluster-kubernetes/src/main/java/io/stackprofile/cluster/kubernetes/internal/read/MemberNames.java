package io.stackprofile.cluster.kubernetes.internal.read;

import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names members after their objects: {@code deployment-shop-web}. Two that would be called the same have their group in it,
 * and two that still would, something that tells them apart; whatever the order they come in.
 */
final class MemberNames {

    private static final int LONGEST = 253;

    private MemberNames() {}

    static Map<ObjectId, String> of(Collection<ObjectId> ids, Set<String> taken) {
        Map<ObjectId, String> names = new HashMap<>();
        Set<String> used = new HashSet<>(taken);
        List<ObjectId> left = new ArrayList<>(ids);
        for (Function<ObjectId, String> form :
                List.<Function<ObjectId, String>>of(MemberNames::plain, MemberNames::grouped)) {
            Map<String, List<ObjectId>> byName = new HashMap<>();
            left.forEach(id -> byName.computeIfAbsent(form.apply(id), name -> new ArrayList<>())
                    .add(id));
            left.removeIf(id -> {
                String name = form.apply(id);
                boolean alone =
                        byName.getOrDefault(name, List.of()).size() == 1 && name.length() <= LONGEST && used.add(name);
                if (alone) {
                    names.put(id, name);
                }
                return alone;
            });
        }
        left.forEach(id -> names.put(id, hashed(id)));
        return names;
    }

    private static String plain(ObjectId id) {
        return joined(id.kind(), id);
    }

    private static String grouped(ObjectId id) {
        return joined(id.group().isEmpty() ? id.kind() + ".core" : id.kind() + "." + id.group(), id);
    }

    private static String joined(String kind, ObjectId id) {
        return (kind + id.namespace().map(in -> "-" + in).orElse("") + "-" + id.name()).toLowerCase(Locale.ROOT);
    }

    private static String hashed(ObjectId id) {
        String name = plain(id);
        return name.substring(0, Math.min(name.length(), LONGEST - 9)) + "-" + hash(id);
    }

    private static String hash(ObjectId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
