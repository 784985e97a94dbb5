package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.scan.KubeObject;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.stack.MemberKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for a secret's parameter, the shortest first, made of where the secret stands and never of what it is. */
final class NameCandidates {

    private static final int LONGEST = 63;
    private static final int COMFORTABLE = 48;
    private static final Set<String> STRUCTURE = Words.set("structure");

    private NameCandidates() {}

    /** Each longer than the one before; all are legal names. */
    static List<String> of(Sighting sighting) {
        List<List<String>> path = path(sighting);
        List<List<String>> telling = path.stream()
                .filter(words -> !STRUCTURE.contains(String.join("", words)))
                .toList();
        telling = telling.isEmpty() ? path : telling;
        List<String> member = words(sighting.member().name());
        KubeObject object = sighting.place().object();
        Set<String> names = new LinkedHashSet<>();
        if (object == null && sighting.member().kind() == MemberKind.ADDON) {
            List<List<String>> end = comfortable(telling);
            names.add(join(end));
            names.add(join(prefixed(member, end)));
            names.add(join(telling));
            names.add(join(prefixed(member, telling)));
        } else {
            List<String> owner = object == null || object.name().isEmpty() ? member : words(object.name());
            List<String> space = object == null ? List.of() : words(object.namespace());
            boolean clear =
                    !telling.isEmpty() && telling.get(telling.size() - 1).size() > 1;
            names.add(join(prefixed(owner, tail(telling, clear ? 1 : 2))));
            names.add(join(prefixed(owner, tail(telling, clear ? 2 : 3))));
            names.add(join(prefixed(space, prefixed(owner, tail(telling, 2)))));
            names.add(join(prefixed(owner, telling)));
            names.add(join(prefixed(member, prefixed(space, prefixed(owner, telling)))));
        }
        return names.stream()
                .filter(name -> !name.isEmpty())
                .map(NameCandidates::legal)
                .distinct()
                .toList();
    }

    /** A name no other place has: the shortest candidate and a hash of the location. */
    static String unique(Sighting sighting, int salt) {
        List<String> names = of(sighting);
        String base = names.isEmpty() ? "secret" : names.get(0);
        String location = sighting.member() + "#" + sighting.document() + "#"
                + sighting.place().stablePath() + "#"
                + String.join(".", sighting.hit().label()) + "#" + salt;
        return base.substring(0, Math.min(base.length(), LONGEST - 9)) + "_" + hash(location);
    }

    private static List<List<String>> path(Sighting sighting) {
        List<List<String>> path = new ArrayList<>();
        List<String> segments = new ArrayList<>(sighting.place().segments());
        segments.addAll(sighting.hit().label());
        for (String segment : segments) {
            // A key that looks like a secret may be one.
            if (!ValueShape.generated(segment)) {
                add(path, words(segment));
            }
        }
        return path;
    }

    // A key often repeats the key above it: smtp.smtp_auth_password.
    private static void add(List<List<String>> path, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        int last = path.size() - 1;
        if (last >= 0 && startsWith(words, path.get(last))) {
            path.set(last, words);
        } else {
            path.add(words);
        }
    }

    private static boolean startsWith(List<String> words, List<String> start) {
        return words.size() >= start.size() && words.subList(0, start.size()).equals(start);
    }

    private static List<List<String>> prefixed(List<String> owner, List<List<String>> rest) {
        if (owner.isEmpty() || (!rest.isEmpty() && startsWith(rest.get(0), owner))) {
            return rest;
        }
        List<List<String>> all = new ArrayList<>();
        all.add(owner);
        all.addAll(rest);
        return all;
    }

    // As much of the path's end as reads well, and no less than two keys.
    private static List<List<String>> comfortable(List<List<String>> path) {
        int count = path.size();
        while (count > 2 && join(tail(path, count)).length() > COMFORTABLE) {
            count--;
        }
        return tail(path, count);
    }

    private static List<List<String>> tail(List<List<String>> path, int count) {
        return path.subList(Math.max(0, path.size() - count), path.size());
    }

    private static String join(List<List<String>> path) {
        return String.join("_", path.stream().flatMap(List::stream).toList());
    }

    private static List<String> words(String text) {
        return NameWords.of(text).stream()
                .map(word -> word.replaceAll("[^a-z0-9]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String legal(String name) {
        String led = Character.isDigit(name.charAt(0)) ? "p_" + name : name;
        if (led.length() <= LONGEST) {
            return led;
        }
        String end = led.substring(led.length() - LONGEST);
        String whole = end.substring(end.indexOf('_') + 1);
        return whole.isEmpty() || !Character.isLetter(whole.charAt(0)) ? "p_" + end.substring(2) : whole;
    }

    private static String hash(String location) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
