package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.yaml.YamlPointer;
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

    private static final Set<String> QUIET = Words.set("quiet");
    private static final Set<String> VALUE_KEYS = Words.set("value");

    private final @Nullable Place parent;
    private final String step;
    private final String label;
    private final String pointer;
    private final @Nullable KubeObject object;
    private final @Nullable String sibling;
    private final boolean objectRoot;
    private final boolean quiet;

    private Place(
            @Nullable Place parent, String step, String label, @Nullable KubeObject object, @Nullable String sibling) {
        this.parent = parent;
        this.objectRoot = object != null;
        this.step = step;
        this.label = label;
        this.pointer = parent == null ? "" : YamlPointer.child(parent.pointer, step);
        this.object = object != null ? object : parent == null ? null : parent.object;
        this.sibling = sibling;
        this.quiet = (parent != null && (parent.quiet || isQuiet(step))) || (object != null && object.onlyNames());
    }

    /** The root of a document. */
    public static Place root() {
        return new Place(null, "", "", null, null);
    }

    /** The same place, known to be a Kubernetes object. */
    public Place as(KubeObject self) {
        return new Place(parent, step, label, self, sibling);
    }

    /** The value of {@code key}; {@code sibling} is the text that names it beside it, as in a list of environment variables. */
    public Place entry(String key, @Nullable String siblingName) {
        return new Place(this, key, key, null, siblingName);
    }

    /** An element of a list; {@code mergeKey} is empty when nothing but its index tells it apart. */
    public Place item(int index, String mergeKey, @Nullable String flag) {
        return new Place(this, Integer.toString(index), mergeKey, null, flag);
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
        return quiet;
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

    /** Whether a key above, or this one, is {@code key}. */
    public boolean below(String key) {
        for (Place at = this; at != null; at = at.parent) {
            if (at.step.equals(key)) {
                return true;
            }
        }
        return false;
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

    private static boolean isQuiet(String key) {
        String bare = key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return QUIET.contains(bare)
                || bare.endsWith("keyref")
                || bare.endsWith("secretref")
                || bare.endsWith("configmapref")
                || bare.startsWith("existingsecret")
                || key.startsWith("checksum/");
    }

    /** The pointer: keys are not secret until a search says so. */
    @Override
    public String toString() {
        return pointer;
    }
}
