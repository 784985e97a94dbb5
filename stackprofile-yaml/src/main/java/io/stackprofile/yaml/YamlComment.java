package io.stackprofile.yaml;

/**
 * A comment.
 *
 * @param span from its {@code #} to the end of the line, line break excluded
 * @param text the same, {@code #} included
 */
public record YamlComment(Span span, String text) {}
