package io.stackprofile;

/**
 * How far a step of a call has come.
 *
 * @param operation the call, such as {@code capture}
 * @param step the step under way, such as {@code redact}
 * @param done how many units are done, 0 to {@code total}
 * @param total how many units the step has
 */
public record ProgressEvent(String operation, String step, int done, int total) {}
