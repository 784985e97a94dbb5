package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a node stands: the keys and list elements above it, and what they say about it. Immutable. */
public final class Place {

    private static final Set<String> VALUE_KEYS = Words.set("value");

    private final @Nullable Place parent;
    private final String step;
    private final String label;
    private final String pointer;
    private final @Nullable KubeObject object;
    private final @Nullable String sibling;
    private final @Nullable YamlMapping mapping;
    private final boolean objectRoot;
    private final @Nullable Role role;

    private Place(
            @Nullable Place parent,
            String step,
            String label,
            @Nullable KubeObject object,
            @Nullable String sibling,
            @Nullable YamlMapping mapping) {
        this.parent = parent;
        this.objectRoot = object != null;
        this.step = step;
        this.label = label;
        this.pointer = parent == null ? "" : YamlPointer.child(parent.pointer, step);
        this.object = object != null ? object : parent == null ? null : parent.object;
        this.sibling = sibling;
        this.mapping = mapping;
        Role own = Roles.at(this);
        this.role = own != null || parent == null ? own : parent.role;
    }

    /** The root of a document. */
    public static Place root() {
        return new Place(null, "", "", null, null, null);
    }

    /** The same place, known to be a Kubernetes object. */
    public Place as(KubeObject self) {
        return new Place(parent, step, label, self, sibling, mapping);
    }

    /**
     * The value of {@code key} in {@code mapping}; {@code siblingName} is the text that names it beside it, as in a list
     * of environment variables.
     */
    public Place entry(String key, @Nullable String siblingName, YamlMapping mapping) {
        return new Place(this, key, key, null, siblingName, mapping);
    }

    /** The value of {@code key} in a mapping of which nothing else is known. */
    public Place entry(String key, @Nullable String siblingName) {
        return new Place(this, key, key, null, siblingName, null);
    }

    /** An element of a list; {@code mergeKey} is empty when nothing but its index tells it apart. */
    public Place item(int index, String mergeKey, @Nullable String flag) {
        return new Place(this, Integer.toString(index), mergeKey, null, flag, null);
    }

    /** What the value here is called: its key, the name beside it, the flag before it, or its list's key. */
    public String name() {
        Place above = parent;
        if (sibling != null) {
            return sibling;
        }
        if (above == null) {
            return "";
        }
        boolean unnamed = isItem() || VALUE_KEYS.contains(step.toLowerCase(Locale.ROOT));
        return unnamed ? above.name() : step;
    }

    private boolean isItem() {
        return !step.isEmpty() && !step.equals(label) && step.chars().allMatch(Character::isDigit);
    }

    /** Whether the keys above say that names and references stand here. */
    public boolean quiet() {
        return is(Role.Use.NEVER);
    }

    /** Whether the tables say that fields here are for {@code use}. */
    boolean is(Role.Use use) {
        return role != null && role.use() == use;
    }

    /** Why the tables say what they say of this place. */
    String roleReason() {
        return role == null ? "" : role.reason();
    }

    /** The key whose value, or whose list's element, the mapping or list around this place is. */
    String enclosingName() {
        Place at = parent;
        while (at != null && (at.isItem() || at.step.isEmpty())) {
            at = at.parent;
        }
        return at == null ? "" : at.step;
    }

    /** Whether the mapping that this is an entry of has one of {@code keys}, in any spelling, with a text. */
    boolean beside(Set<String> keys) {
        return mapping != null
                && mapping.entries().stream()
                        .anyMatch(entry -> !entry.isMerge()
                                && keys.contains(plain(entry.name()))
                                && entry.value().resolve() instanceof YamlScalar scalar
                                && !scalar.text().isBlank());
    }

    /** Whether this is the name or the key of {@code {name: shop, key: token}}, which selects a key of a Secret. */
    boolean selects() {
        return (step.equals("name") && beside(Set.of("key"))) || (step.equals("key") && beside(Set.of("name")));
    }

    /** Whether this is the value of a container's environment variable. */
    boolean isVariable() {
        return object != null && step.equals("value") && parentStep(2).equals("env") && sibling != null;
    }

    boolean isRoot() {
        return objectRoot || parent == null;
    }

    Place above() {
        return parent == null ? this : parent;
    }

    /** The key in lower case, without signs and without what stands before its last slash. */
    String plainStep() {
        return plain(step);
    }

    private static String plain(String key) {
        int from = key.lastIndexOf('/') + 1;
        StringBuilder plain = new StringBuilder(key.length() - from);
        for (int i = from; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '-' && c != '_') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /** Whether this stands in a Secret's {@code data} (or {@code stringData}), however deep, or in its place. */
    public boolean secretData(String field) {
        if (object == null || !object.isSecret()) {
            return false;
        }
        for (Place at = this; at != null && !at.objectRoot; at = at.parent) {
            if (at.step.equals(field) && at.parent != null && at.parent.objectRoot) {
                return true;
            }
        }
        return false;
    }

    /** The kind a typed list gives its items: Secret for those of a SecretList; empty elsewhere. */
    public Optional<String> listedKind() {
        Place list = parent;
        if (object == null || list == null || list.parent == null) {
            return Optional.empty();
        }
        boolean item = list.step.equals("items")
                && list.parent.objectRoot
                && object.kind().endsWith("List");
        return Optional.of(object.kind())
                .filter(kind -> item)
                .map(kind -> kind.substring(0, kind.length() - "List".length()))
                .filter(kind -> !kind.isEmpty());
    }

    public String step() {
        return step;
    }

    public String parentStep(int up) {
        Place at = this;
        for (int i = 0; i < up && at != null; i++) {
            at = at.parent;
        }
        return at == null ? "" : at.step;
    }

    /** The RFC 6901 pointer from the document's root. */
    public String pointer() {
        return pointer;
    }

    @Nullable
    public KubeObject object() {
        return object;
    }

    /** The keys and merge keys from the object's root, or the document's, to here; elements without one are left out. */
    public List<String> segments() {
        Deque<String> segments = new ArrayDeque<>();
        for (Place at = this; at != null && at.parent != null; at = at.parent) {
            if (at.objectRoot) {
                break;
            }
            if (!at.label.isEmpty()) {
                segments.addFirst(at.label);
            }
        }
        return new ArrayList<>(segments);
    }

    /** The path from the document's root by keys and merge keys, for finding the place again in another text. */
    public String stablePath() {
        Deque<String> steps = new ArrayDeque<>();
        for (Place at = this; at != null && at.parent != null; at = at.parent) {
            steps.addFirst(YamlPointer.escape(at.label.isEmpty() ? at.step : at.label));
        }
        return String.join("/", steps);
    }

    /** The path with dots between keys, as {@code encrypted_paths} writes it. */
    public String dotted() {
        Deque<String> steps = new ArrayDeque<>();
        for (Place at = this; at != null && at.parent != null; at = at.parent) {
            steps.addFirst(at.step);
        }
        return String.join(".", steps);
    }

    /** The pointer: keys are not secret until a search says so. */
    @Override
    public String toString() {
        return pointer;
    }
}
