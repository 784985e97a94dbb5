package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member's text compiled to literal segments and slots. Immutable; safe to share between threads.
 *
 * <pre>{@code
 * Template template = Template.compile(ref, file, text, parameters, limits);
 * String draft = template.render(values);
 * }</pre>
 */
public final class Template {

    // YAML readers look no further than this for the colon after a key.
    private static final int LONGEST_KEY = 1000;

    private final MemberRef ref;
    private final Optional<String> file;
    private final String text;
    private final Map<String, Parameter> parameters;
    private final Limits limits;
    private final List<ScalarTemplate> scalars;
    private final List<Slot> slots;
    // The text cut at scalars and placeholders; joined, with values in place, in one copy.
    private final String[] parts;
    // The slots' parameters, and how long the text is without its placeholders.
    private final String[] names;
    private final int ownLength;

    Template(
            MemberRef ref,
            Optional<String> file,
            String text,
            Map<String, Parameter> parameters,
            Limits limits,
            List<ScalarTemplate> scalars,
            List<Slot> slots) {
        this.ref = ref;
        this.file = file;
        this.text = text;
        this.parameters = parameters;
        this.limits = limits;
        this.scalars = List.copyOf(scalars);
        this.slots = List.copyOf(slots);
        this.parts = slots.isEmpty() ? new String[0] : parts();
        this.names = slots.stream().map(Slot::parameter).toArray(String[]::new);
        this.ownLength = text.length()
                - slots.stream().mapToInt(slot -> slot.end() - slot.start()).sum();
    }

    /**
     * Compiles a text. One without placeholders is not even parsed. Placeholders in comments are left alone.
     *
     * @param parameters the version's parameters by name
     * @throws InvalidContentException {@link ErrorCode#INVALID_PLACEHOLDER} for the first placeholder that is malformed,
     *     has an unknown parameter or filter, or stands where none can; the errors of {@link MemberText#parse} when the
     *     text has placeholders and is not YAML
     */
    public static Template compile(
            MemberRef ref, Optional<String> file, String text, Map<String, Parameter> parameters, Limits limits) {
        TemplateCompiler compiler = new TemplateCompiler(ref, file, text, parameters, limits);
        Template template = compiler.compile();
        compiler.refuse();
        return template;
    }

    /**
     * Everything for which {@link #compile} would refuse the text's placeholders, in order.
     *
     * @throws InvalidContentException when the text has placeholders and is not YAML
     */
    public static List<Finding> problems(
            MemberRef ref, Optional<String> file, String text, Map<String, Parameter> parameters, Limits limits) {
        TemplateCompiler compiler = new TemplateCompiler(ref, file, text, parameters, limits);
        compiler.compile();
        return compiler.findings();
    }

    /**
     * Compiles a text, leaving scalars alone that have a placeholder for which {@link #compile} would refuse the text.
     *
     * @throws InvalidContentException when the text has placeholders and is not YAML
     */
    public static Template sound(MemberRef ref, String text, Map<String, Parameter> parameters, Limits limits) {
        return new TemplateCompiler(ref, Optional.empty(), text, parameters, limits).compile();
    }

    /** The placeholders in order. */
    public List<Slot> slots() {
        return slots;
    }

    boolean hasSlots() {
        return !slots.isEmpty();
    }

    /** The names of the parameters that have a placeholder, in order of their first. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        slots.forEach(slot -> names.add(slot.parameter()));
        return Collections.unmodifiableSet(names);
    }

    /**
     * The text with values in place of placeholders. A secret without a value keeps its placeholder. The result is still
     * a template: what was escaped stays so, and a value that looks like a placeholder is escaped. A text without
     * placeholders comes back as the same string.
     *
     * @param values values by parameter, of their parameter's type
     * @throws InvalidContentException {@link ErrorCode#LIMIT_EXCEEDED} when the values make the text too large,
     *     {@link ErrorCode#DUPLICATE_KEY} when they make two keys of a mapping equal, {@link ErrorCode#INVALID_BINDING}
     *     when one makes a key that is too long
     * @throws IllegalArgumentException when a parameter that is not a secret has no value
     */
    public String render(Map<String, ParameterValue> values) {
        return names.length == 0 ? text : write(values(values, true));
    }

    /**
     * The text with the values there are; every other placeholder, of a secret or not, stays as it is written.
     *
     * @throws InvalidContentException as {@link #render}
     */
    public String renderKnown(Map<String, ParameterValue> values) {
        return names.length == 0 ? text : write(values(values, false));
    }

    private String write(@Nullable ParameterValue[] bound) {
        String[] written = parts.clone();
        boolean keys = false;
        int at = 1;
        int slot = 0;
        for (ScalarTemplate scalar : scalars) {
            scalar.write(written, at, bound, slot);
            int end = at + 2 * scalar.size() + 1;
            if (scalar.isKey()) {
                requireKey(written, at, end);
                keys = true;
            }
            at = end + 1;
            slot += scalar.size();
        }
        String rendered = String.join("", written);
        requireSize(rendered.length());
        if (keys) {
            MemberText.parse(ref, file, rendered, limits);
        }
        return rendered;
    }

    private String[] parts() {
        List<String> cut = new ArrayList<>();
        int copied = 0;
        for (ScalarTemplate scalar : scalars) {
            cut.add(text.substring(copied, scalar.start()));
            scalar.addParts(cut);
            copied = scalar.end();
        }
        cut.add(text.substring(copied));
        return cut.toArray(String[]::new);
    }

    List<ScalarTemplate> scalars() {
        return scalars;
    }

    /**
     * The slots' values, where there are any. Refuses what is too long before anything is written.
     *
     * @param whole whether only secrets may be missing
     */
    @Nullable
    ParameterValue[] values(Map<String, ParameterValue> values, boolean whole) {
        @Nullable ParameterValue[] bound = new ParameterValue[names.length];
        long size = ownLength;
        for (int i = 0; i < bound.length; i++) {
            ParameterValue value = values.get(names[i]);
            if (value != null) {
                size += value.text().length();
            } else if (whole && !isSecret(names[i])) {
                throw new IllegalArgumentException("no value for parameter " + names[i]);
            } else {
                size += slots.get(i).end() - slots.get(i).start();
            }
            bound[i] = value;
        }
        requireSize(size);
        return bound;
    }

    private boolean isSecret(String parameter) {
        Parameter declared = parameters.get(parameter);
        return declared != null && declared.type() == ParameterType.SECRET;
    }

    private void requireSize(long size) {
        // Placeholders may be longer than what replaces them; a template that is within the limit stays so.
        if (size > limits.memberSize() && size > text.length()) {
            throw new InvalidContentException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "with its values the text is longer than " + limits.memberSize() + " characters",
                    "Bind shorter values, or raise the limit.",
                    location());
        }
    }

    private void requireKey(String[] written, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += written[i].length();
        }
        if (length > LONGEST_KEY) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_BINDING,
                    "a value makes a mapping's key longer than " + LONGEST_KEY + " characters",
                    "Bind a shorter value.",
                    location());
        }
    }

    private Location location() {
        return Location.builder().file(file).member(ref).build();
    }
}
