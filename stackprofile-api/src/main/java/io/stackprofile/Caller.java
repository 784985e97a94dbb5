package io.stackprofile;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * On whose behalf a call is made. The host has authenticated it; this library decides with it and records it.
 *
 * @param organisation the tenant, an RFC 1123 label
 * @param subject the person or service, 1 to 200 characters, recorded with every change
 * @param roles what it may do
 */
public record Caller(String organisation, String subject, Set<Role> roles) {

    /** Checks the names and copies the roles. */
    public Caller {
        Names.label("organisation", organisation);
        if (subject.isBlank() || subject.length() > 200) {
            throw new IllegalArgumentException("subject must have 1 to 200 characters");
        }
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** A caller with every role; for hosts that decide access before they call. */
    public static Caller of(String organisation, String subject) {
        return new Caller(organisation, subject, EnumSet.allOf(Role.class));
    }

    /** A caller with {@code role} and the roles it includes. */
    public static Caller of(String organisation, String subject, Role role) {
        return new Caller(organisation, subject, EnumSet.range(Role.VIEWER, role));
    }
}
