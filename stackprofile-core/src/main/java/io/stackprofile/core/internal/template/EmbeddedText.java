package io.stackprofile.core.internal.template;

import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a string scalar of literal pieces and values. It has three ways, from the one that changes least: values spliced
 * between the pieces as they are written; the scalar written anew in its style; the scalar between double quotes with
 * every dollar sign that is not a placeholder's hidden in an escape. The last is for values that would, with what stands
 * beside them, read as a placeholder later.
 *
 * @param context the place
 * @param raw the pieces as written, one more than there are placeholders
 * @param decode gives the same pieces, decoded
 * @param tokens the placeholders as written
 * @param bound the value for each, or none to leave the placeholder
 */
record EmbeddedText(
        ScalarContext context,
        List<String> raw,
        Supplier<List<String>> decode,
        List<String> tokens,
        List<@Nullable String> bound) {

    // Proving that values fit costs values times length; beyond this the scalar is written anew, which is linear.
    private static final long MOST_WORK = 4L * 1024 * 1024;

    /** Whether the values may stand between the pieces as these are written. */
    boolean fits(boolean oneLine) {
        ScalarStyle style = context.style();
        if (style == ScalarStyle.DOUBLE_QUOTED && oneLine) {
            return true;
        }
        if (style == ScalarStyle.PLAIN && oneLine) {
            return PlainFit.holds(context, join(decode.get(), texts()));
        }
        boolean inert = style != ScalarStyle.PLAIN;
        long length = 0;
        for (String value : bound) {
            inert &= value == null || isInert(value);
            length += value == null ? 0 : value.length();
        }
        if (inert) {
            return true;
        }
        List<String> decoded = decode.get();
        for (String piece : decoded) {
            length += piece.length();
        }
        return length * bound.size() <= MOST_WORK && fitsOneByOne(decoded);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(bound.size());
        for (int i = 0; i < bound.size(); i++) {
            String value = bound.get(i);
            texts.add(value == null ? tokens.get(i) : value);
        }
        return texts;
    }

    private boolean fitsOneByOne(List<String> decoded) {
        StringBuilder before = new StringBuilder(decoded.get(0));
        for (int i = 0; i < bound.size(); i++) {
            String value = bound.get(i);
            if (value != null
                    && YamlEmitter.part(context, before.toString(), value, after(decoded, i))
                            .isEmpty()) {
                return false;
            }
            before.append(value == null ? tokens.get(i) : value).append(decoded.get(i + 1));
        }
        return true;
    }

    private String after(List<String> decoded, int slot) {
        StringBuilder after = new StringBuilder(decoded.get(slot + 1));
        for (int i = slot + 1; i < bound.size(); i++) {
            after.append(tokens.get(i)).append(decoded.get(i + 1));
        }
        return after.toString();
    }

    /** Text that no style but plain can misread, wherever it stands: printable ASCII without blanks at its ends. */
    private static boolean isInert(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return !value.isEmpty() && value.charAt(0) != ' ' && value.charAt(value.length() - 1) != ' ';
    }

    /** Whether a value may become a placeholder together with what stands beside it. */
    boolean isOpen() {
        for (String value : bound) {
            if (value != null && TokenScan.endsOpen(value)) {
                return true;
            }
        }
        return false;
    }

    /** The values between the pieces. */
    String splice() {
        return join(raw, fragments());
    }

    /** The values between the pieces, or null when a placeholder would come to be that is none. */
    @Nullable
    String spliced() {
        List<String> values = fragments();
        String written = join(raw, values);
        return hasOnly(written, values) ? written : null;
    }

    private List<String> fragments() {
        List<String> values = new ArrayList<>(bound.size());
        for (int i = 0; i < bound.size(); i++) {
            values.add(fragment(i));
        }
        return values;
    }

    private String fragment(int slot) {
        String value = bound.get(slot);
        return value == null ? tokens.get(slot) : Placeholders.escape(YamlEmitter.fragment(context, value));
    }

    /** The scalar written anew, or null when a placeholder would come to be that is none. */
    @Nullable
    String whole(ScalarContext place) {
        List<String> values = new ArrayList<>(bound.size());
        for (int i = 0; i < bound.size(); i++) {
            String value = bound.get(i);
            values.add(value == null ? tokens.get(i) : Placeholders.escape(value));
        }
        String written = YamlEmitter.scalar(place, join(decode.get(), values));
        return hasOnly(written, values) ? written : null;
    }

    /**
     * The scalar between double quotes, in which nothing but the placeholders that stay can be read as one.
     *
     * @param pieces the decoded pieces, unescaped
     */
    String shielded(List<String> pieces) {
        StringBuilder out = new StringBuilder().append('"').append(hidden(pieces.get(0)));
        for (int i = 0; i < bound.size(); i++) {
            String value = bound.get(i);
            out.append(value == null ? tokens.get(i) : hidden(value)).append(hidden(pieces.get(i + 1)));
        }
        return out.append('"').toString();
    }

    private String hidden(String text) {
        return YamlEmitter.fragment(context.withStyle(ScalarStyle.DOUBLE_QUOTED), text)
                .replace("$", "\\x24");
    }

    private static String join(List<String> pieces, List<String> values) {
        StringBuilder out = new StringBuilder(pieces.get(0));
        for (int i = 0; i < values.size(); i++) {
            out.append(values.get(i)).append(pieces.get(i + 1));
        }
        return out.toString();
    }

    /** Whether the text has the placeholders of its parts and no others, escaped as often. */
    private boolean hasOnly(String written, List<String> values) {
        if (!written.contains("{{")) {
            return true;
        }
        List<Integer> expected = new ArrayList<>(dollars(raw.get(0)));
        for (int i = 0; i < values.size(); i++) {
            expected.addAll(dollars(values.get(i)));
            expected.addAll(dollars(raw.get(i + 1)));
        }
        return expected.equals(dollars(written));
    }

    private static List<Integer> dollars(String text) {
        return TokenScan.all(text).stream().map(Token::dollars).toList();
    }
}
