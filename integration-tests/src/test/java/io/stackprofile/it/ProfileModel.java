package io.stackprofile.it;

import io.stackprofile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a profile should be: the rules in the plainest way, without the engine's code. */
final class ProfileModel {

    /** A version's channel, and whether it should not be used any more. */
    static final class Version {
        final String channel;
        boolean deprecated;

        Version(String channel) {
            this.channel = channel;
        }
    }

    final ProfileId id;
    final List<Version> versions = new ArrayList<>();
    final Set<String> sharedWith = new HashSet<>();
    /** What runs, by stack: a later instance takes an earlier one's place. */
    final Map<String, Integer> deployed = new HashMap<>();

    long revision = 1;
    boolean open;
    Optional<Integer> pin = Optional.empty();

    ProfileModel(ProfileId id, String channel) {
        this.id = id;
        versions.add(new Version(channel));
    }

    /** A version more. */
    void add(String channel) {
        versions.add(new Version(channel));
        revision++;
    }

    Version version(int number) {
        return versions.get(number - 1);
    }

    boolean has(int number) {
        return number >= 1 && number <= versions.size();
    }

    Map<String, Integer> heads() {
        Map<String, Integer> heads = new TreeMap<>();
        for (int number = 1; number <= versions.size(); number++) {
            if (!version(number).deprecated) {
                heads.put(version(number).channel, number);
            }
        }
        return heads;
    }

    int current() {
        if (pin.isPresent()) {
            return pin.get();
        }
        Map<String, Integer> heads = heads();
        int highest = 0;
        for (int head : heads.values()) {
            highest = Math.max(highest, head);
        }
        return heads.getOrDefault("stable", highest);
    }

    long outdated() {
        return deployed.values().stream().filter(version -> version < current()).count();
    }

    boolean isReadBy(String organisation) {
        return organisation.equals("acme") || open || sharedWith.contains(organisation);
    }
}
