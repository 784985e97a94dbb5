package io.stackprofile.stack;

/**
 * Names a member within its stack. Its text is {@code manifest/NAME} or {@code addon/NAME}.
 *
 * @param kind add-on or manifest; the two have separate names
 * @param name 1 to 253 characters, no control characters
 */
public record MemberRef(MemberKind kind, String name) implements Comparable<MemberRef> {

    /** Checks the name. */
    public MemberRef {
        if (name.isBlank() || name.length() > 253 || hasControl(name)) {
            throw new IllegalArgumentException("a member's name has 1 to 253 characters and no control characters");
        }
    }

    // A loop, since members are built by the thousand in each binding.
    private static boolean hasControl(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The manifest called {@code name}. */
    public static MemberRef manifest(String name) {
        return new MemberRef(MemberKind.MANIFEST, name);
    }

    /** The add-on called {@code name}. */
    public static MemberRef addon(String name) {
        return new MemberRef(MemberKind.ADDON, name);
    }

    /**
     * Reads {@code manifest/NAME} or {@code addon/NAME}.
     *
     * @throws IllegalArgumentException when {@code text} is neither
     */
    public static MemberRef parse(String text) {
        int slash = text.indexOf('/');
        String kind = slash < 0 ? "" : text.substring(0, slash);
        for (MemberKind candidate : MemberKind.values()) {
            if (candidate.label().equals(kind)) {
                return new MemberRef(candidate, text.substring(slash + 1));
            }
        }
        throw new IllegalArgumentException("a member is written manifest/NAME or addon/NAME");
    }

    @Override
    public int compareTo(MemberRef other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.label() + "/" + name;
    }
}
