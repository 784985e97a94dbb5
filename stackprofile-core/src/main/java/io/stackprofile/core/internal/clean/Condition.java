package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlPointer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a rule of a table applies, from what stands around the field. Parts apart by commas must all hold:
 *
 * <ul>
 * <li>{@code PATH} something stands there, {@code !PATH} nothing does,
 * <li>{@code PATH=TEXT}, {@code PATH!=TEXT}, {@code PATH^=TEXT} it is, is not, begins with this text,
 * <li>{@code same:PATH} the field has the value that stands there,
 * <li>{@code text:PATH} what stands there is text, not a number,
 * <li>{@code image:latest}, {@code image:tagged} an image beside the field, by its key, has the tag latest or none; another,
 * <li>{@code =null} the field is null,
 * <li>{@code lower-kind}, {@code list-kind} a definition's name is what its kind makes it,
 * <li>{@code controller-finalizer} the field is a finalizer that a controller puts.
 * </ul>
 *
 * <p>A path begins at the mapping that holds the field, or at the item when the field is a list's item; {@code ..} leads up,
 * {@code $} is the field's own key, and a path with a slash at its beginning begins at the object.
 */
record Condition(List<String> parts) {

    static Condition parse(String text) {
        return new Condition(text.equals("-") ? List.of() : Arrays.asList(text.split(",", -1)));
    }

    boolean holds(Place field) {
        return parts.stream().allMatch(part -> holds(field, part));
    }

    private static boolean holds(Place field, String part) {
        return switch (part) {
            case "=null" -> field.node() == null;
            case "lower-kind" -> isNamedAfterKind(field, "");
            case "list-kind" -> isNamedAfterKind(field, "List");
            case "controller-finalizer" -> NameList.FINALIZERS.has(String.valueOf(field.node()));
            default -> compares(field, part);
        };
    }

    private static boolean compares(Place field, String part) {
        if (part.startsWith("same:")) {
            Place other = at(field, part.substring(5));
            return other != null && SameValue.same(other.node(), field.node());
        }
        if (part.startsWith("text:")) {
            Place other = at(field, part.substring(5));
            return other != null && other.node() instanceof String;
        }
        int colon = part.indexOf(':');
        if (colon > 0) {
            return isLatest(field, part.substring(0, colon)) == part.endsWith(":latest");
        }
        int equals = part.indexOf('=');
        if (equals < 0) {
            return part.startsWith("!") ? at(field, part.substring(1)) == null : at(field, part) != null;
        }
        char sign = part.charAt(equals - 1);
        boolean plain = sign != '!' && sign != '^';
        Place other = at(field, part.substring(0, plain ? equals : equals - 1));
        String actual = other == null ? "" : Objects.toString(other.node());
        String wanted = part.substring(equals + 1);
        return sign == '^' ? actual.startsWith(wanted) : actual.equals(wanted) == plain;
    }

    private static boolean isLatest(Place field, String key) {
        Place image = at(field, key);
        String name = image == null ? "" : Objects.toString(image.node());
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.contains("@") && (last.indexOf(':') < 0 || last.endsWith(":latest"));
    }

    private static boolean isNamedAfterKind(Place field, String suffix) {
        Place kind = at(field, "kind");
        String name = kind == null ? "" : Objects.toString(kind.node());
        String expected = suffix.isEmpty() ? name.toLowerCase(Locale.ROOT) : name + suffix;
        return expected.equals(field.node());
    }

    private static @Nullable Place at(Place field, String path) {
        Place at = path.startsWith("/") ? field.root() : field.inList() ? field : field.up();
        for (String step : YamlPointer.tokens(path.startsWith("/") ? path : "/" + path)) {
            if (at == null) {
                return null;
            }
            at = step.equals("..") ? at.up() : at.find(step.equals("$") ? field.step() : step);
        }
        return at;
    }
}
