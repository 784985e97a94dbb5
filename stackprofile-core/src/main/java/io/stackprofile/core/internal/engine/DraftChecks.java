package io.stackprofile.core.internal.engine;

import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.validate.DraftValidator;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/** Finds what is wrong with what would become a version under a policy, and refuses it when that is too much. */
final class DraftChecks {

    private final DraftValidator validator;

    DraftChecks(EngineParts parts, RedactionPolicy policy) {
        this.validator = new DraftValidator(parts.redactor(policy), parts.limits());
    }

    DraftValidation validation(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        return new DraftValidation(validator.findings(spec, parameters, rules));
    }

    void requirePublishable(ProfileDraft draft) {
        requirePublishable(draft.spec(), draft.parameters(), draft.rules());
    }

    void requirePublishable(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        DraftValidation validation = validation(spec, parameters, rules);
        if (!validation.publishable()) {
            throw new ValidationException(
                    ErrorCode.INVALID_DRAFT,
                    "the draft cannot be published",
                    "Mend every error and validate the draft again.",
                    validation.findings());
        }
    }
}
