package io.stackprofile.core.internal.migrate;

/**
 * What is wrong with a step.
 *
 * @param code the kind of flaw, as findings name it
 * @param message what is wrong, one sentence without a full stop
 * @param hint what would mend it
 */
record StepFlaw(String code, String message, String hint) {}
