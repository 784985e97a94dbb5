package io.stackprofile.draft;

import io.stackprofile.Names;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change to a draft. */
public sealed interface DraftEdit {

    /**
     * Adds a member, or replaces the one with its reference. Secrets in its text are redacted before it is stored.
     *
     * @param member the member
     */
    record PutMember(Member member) implements DraftEdit {}

    /**
     * Adds a member; refused when the draft has one of its reference. Secrets in its text are redacted before it is stored.
     *
     * @param member the member
     */
    record AddMember(Member member) implements DraftEdit {}

    /**
     * Gives a member another name. Edges to it and what the report says of it follow.
     *
     * @param ref the member
     * @param name its new name, which no member of its kind may have
     */
    record RenameMember(MemberRef ref, String name) implements DraftEdit {

        /** Checks the new name. */
        public RenameMember {
            new MemberRef(ref.kind(), name);
        }

        /** The reference it has afterwards. */
        public MemberRef renamed() {
            return new MemberRef(ref.kind(), name);
        }
    }

    /**
     * Puts a value at a path of a member's text: in the place of what stands there, as a new key of a mapping, or behind a
     * list's last item where the path ends with {@code /-}. Everything else stays byte for byte, comments included. What
     * is reached through an alias or a merge key changes at this path alone. Secrets are redacted before it is stored.
     *
     * @param member the member
     * @param document which document of its text, from 0
     * @param path an RFC 6901 pointer below the document's root
     * @param value a Map with String keys, a List, a String, a Boolean, a number or null; copied. Not part of
     *     {@code toString}: it may be a secret
     */
    record SetValue(
            MemberRef member,
            int document,
            String path,
            @Nullable Object value) implements DraftEdit {

        /** Checks and copies the value. */
        public SetValue {
            value = ValueTrees.copy(value);
        }

        /** In the member's first document. */
        public static SetValue of(MemberRef member, String path, @Nullable Object value) {
            return new SetValue(member, 0, path, value);
        }

        @Override
        public String toString() {
            return "SetValue[" + member + ", document " + document + ", " + path + "]";
        }
    }

    /**
     * Adds a key to a mapping or, where the path ends with {@code /-}, an item to a list, as {@link SetValue} does; refused
     * when something stands there.
     *
     * @param member the member
     * @param document which document of its text, from 0
     * @param path an RFC 6901 pointer below the document's root
     * @param value as in {@link SetValue}
     */
    record AddValue(
            MemberRef member,
            int document,
            String path,
            @Nullable Object value) implements DraftEdit {

        /** Checks and copies the value. */
        public AddValue {
            value = ValueTrees.copy(value);
        }

        /** In the member's first document. */
        public static AddValue of(MemberRef member, String path, @Nullable Object value) {
            return new AddValue(member, 0, path, value);
        }

        @Override
        public String toString() {
            return "AddValue[" + member + ", document " + document + ", " + path + "]";
        }
    }

    /**
     * Removes a key with its value, or an item of a list, from a member's text. Everything else stays byte for byte.
     *
     * @param member the member
     * @param document which document of its text, from 0
     * @param path an RFC 6901 pointer below the document's root, at which something stands
     */
    record RemoveValue(MemberRef member, int document, String path) implements DraftEdit {

        /** In the member's first document. */
        public static RemoveValue of(MemberRef member, String path) {
            return new RemoveValue(member, 0, path);
        }
    }

    /**
     * Removes a member.
     *
     * @param ref the member
     */
    record RemoveMember(MemberRef ref) implements DraftEdit {}

    /**
     * Adds a parameter, or replaces the one with its name.
     *
     * @param parameter the parameter
     */
    record PutParameter(Parameter parameter) implements DraftEdit {}

    /**
     * Removes a parameter; validation reports placeholders that still name it.
     *
     * @param name the parameter's name
     */
    record RemoveParameter(String name) implements DraftEdit {}

    /**
     * Adds a rule, or replaces the one with its name.
     *
     * @param rule the rule
     */
    record PutRule(ParameterRule rule) implements DraftEdit {}

    /**
     * Removes a rule.
     *
     * @param name the rule's name
     */
    record RemoveRule(String name) implements DraftEdit {}

    /**
     * Replaces everything. Secrets are redacted before it is stored.
     *
     * @param spec the whole stack
     * @param parameters every parameter
     * @param rules every rule
     */
    record ReplaceAll(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) implements DraftEdit {

        /** Copies the lists. */
        public ReplaceAll {
            parameters = List.copyOf(parameters);
            rules = List.copyOf(rules);
        }
    }

    /**
     * Makes a scalar, or every occurrence of a part of its decoded text, a placeholder of a parameter. Binding the
     * parameter's default gives the text back byte for byte; where no placeholder can, the edit is refused and says why.
     * The placeholder's filter is chosen for the place: Base64 data, embedded JSON and parts of URLs are encoded.
     *
     * <p>A parameter that does not exist is made, of the type Kubernetes reads there and with what stands there, spelling
     * kept, as default. One that exists must have that default or none. What is reached through an alias or a merge key
     * changes at its anchor, for all that use it. A member that the same call puts, or inlines a value into, is refused,
     * because its secrets are taken out only at the end of the call.
     *
     * @param member the member
     * @param document which document of its text, from 0
     * @param path an RFC 6901 pointer to the scalar
     * @param part the part of the scalar's decoded text; the whole scalar when absent
     * @param parameter the parameter's name
     * @param type the new parameter's type when it is not to be inferred; never {@link ParameterType#SECRET}
     */
    record Parameterise(
            MemberRef member,
            int document,
            String path,
            Optional<String> part,
            String parameter,
            Optional<ParameterType> type)
            implements DraftEdit {

        /** Checks the name. */
        public Parameterise {
            Names.parameter("parameter", parameter);
        }

        /** The whole scalar at {@code path} in the member's first document. */
        public static Parameterise of(MemberRef member, String path, String parameter) {
            return new Parameterise(member, 0, path, Optional.empty(), parameter, Optional.empty());
        }

        /** Every occurrence of {@code part} in the scalar at {@code path} in the member's first document. */
        public static Parameterise part(MemberRef member, String path, String part, String parameter) {
            return new Parameterise(member, 0, path, Optional.of(part), parameter, Optional.empty());
        }

        /** One edit for each place of a suggestion, under the name it proposes. */
        public static List<DraftEdit> of(ParameterSuggestion suggestion) {
            return of(suggestion, suggestion.name());
        }

        /** One edit for each place of a suggestion, under another name. */
        public static List<DraftEdit> of(ParameterSuggestion suggestion, String parameter) {
            return suggestion.places().stream()
                    .<DraftEdit>map(place -> of(place, suggestion.part(), parameter))
                    .toList();
        }

        private static Parameterise of(Location place, Optional<String> part, String parameter) {
            return new Parameterise(
                    place.member().orElseThrow(),
                    place.document().orElse(0),
                    place.path().orElse(""),
                    part,
                    parameter,
                    Optional.empty());
        }
    }

    /**
     * Renames a parameter wherever it is named: in texts, in members' fields, in options and rules, and in the report of
     * what was redacted. Refused when the same call puts the parameter with a default, whose name may tell that it is a
     * secret.
     *
     * @param from its name
     * @param to its new name, which no parameter may have
     */
    record RenameParameter(String from, String to) implements DraftEdit {

        /** Checks the new name. */
        public RenameParameter {
            Names.parameter("to", to);
        }
    }

    /**
     * Changes a parameter's type and converts its default and choices; refused when they cannot be, or when the parameter
     * stands where the new type cannot. Limits that the new type cannot have go.
     *
     * @param name its name
     * @param type its new type
     */
    record RetypeParameter(String name, ParameterType type) implements DraftEdit {}

    /**
     * Puts a value in every placeholder of a parameter and removes the parameter. Other placeholders stay. Never for a
     * secret; refused while a rule or an option names the parameter, or its options set others, and when the same call
     * puts the parameter with a default.
     *
     * @param name its name
     * @param value the value; the parameter's default when absent
     */
    record InlineParameter(String name, Optional<ParameterValue> value) implements DraftEdit {

        /** With the parameter's default. */
        public static InlineParameter of(String name) {
            return new InlineParameter(name, Optional.empty());
        }

        /** With a value. */
        public static InlineParameter of(String name, ParameterValue value) {
            return new InlineParameter(name, Optional.of(value));
        }
    }
}
