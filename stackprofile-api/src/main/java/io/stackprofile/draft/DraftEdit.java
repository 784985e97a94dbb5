package io.stackprofile.draft;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/** One change to a draft. */
public sealed interface DraftEdit {

    /**
     * Adds a member, or replaces the one with its reference. Secrets in its text are redacted before it is stored.
     *
     * @param member the member
     */
    record PutMember(Member member) implements DraftEdit {}

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
}
