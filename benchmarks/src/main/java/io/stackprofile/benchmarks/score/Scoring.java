package io.stackprofile.benchmarks.score;

import io.stackprofile.yaml.YamlScalar;
import java.util.Optional;

/**
 * The rules of scoring, for one place. A secret counts as found when it no longer stands at its leaf, be the leaf's text
 * plain or base64, and the leaf is still what it was: base64, JSON, XML or YAML, unless all of it is a secret, as a value
 * of a Secret is. Any other leaf counts as left when its
 * text is the same. Both are looked at with dummy words bound, so that a placeholder is judged by what it becomes. A
 * leaf that capture drops with a field of the running cluster, such as the last-applied annotation, leaks nothing, and
 * nothing was redacted there: it is right for both.
 */
final class Scoring {

    private final LabelledPlace place;
    private final String before;
    private final Outcome outcome;

    private Scoring(LabelledPlace place, String before, Outcome outcome) {
        this.place = place;
        this.before = before;
        this.outcome = outcome;
    }

    /**
     * What became of a place.
     *
     * @throws BadCorpusException when there is no leaf at its path
     */
    static Verdict judge(LabelledPlace place, Outcome outcome) {
        String before = leaf(place);
        Scoring scoring = new Scoring(place, before, outcome);
        Verdict verdict = place.secret() ? scoring.secret() : scoring.other();
        return new Verdict(verdict.kind(), verdict.reason(), outcome.rules(place.path()));
    }

    /** The text at a place, as the corpus has it. */
    static String leaf(LabelledPlace place) {
        return Outcome.scalar(place.doc(), place.path())
                .map(YamlScalar::text)
                .orElseThrow(() -> new BadCorpusException(place.line(), "has no leaf at its path"));
    }

    private Verdict secret() {
        if (!outcome.readable()) {
            return Verdict.of(Verdict.Kind.MALFORMED, "the document is no longer YAML");
        }
        Optional<String> after = outcome.inBound(place.path()).map(YamlScalar::text);
        if (after.isEmpty()) {
            return gone();
        }
        if (stands(after.get())) {
            return Verdict.of(
                    Verdict.Kind.MISSED,
                    after.get().equals(before) ? "the leaf was left as it was" : "the leaf still holds it in part");
        }
        return wellFormed(after.get());
    }

    private Verdict gone() {
        return outcome.cleaned(place.path())
                ? Verdict.of(Verdict.Kind.CLEANED, "the field was cleaned away")
                : Verdict.of(Verdict.Kind.FOUND, "the leaf is gone");
    }

    private boolean stands(String text) {
        return text.contains(place.value())
                || Encoding.decoded(text)
                        .filter(plain -> plain.contains(place.value()))
                        .isPresent();
    }

    private Verdict wellFormed(String after) {
        Optional<String> plainBefore = Encoding.decoded(before).filter(plain -> plain.contains(place.value()));
        Optional<String> plainAfter = plainBefore.isPresent() ? Encoding.decoded(after) : Optional.of(after);
        if (plainAfter.isEmpty()) {
            return Verdict.of(Verdict.Kind.MALFORMED, "the leaf is no longer base64 of a text");
        }
        return Encoding.of(plainBefore.orElse(before))
                .filter(encoding -> !encoding.reads(plainAfter.get()) && !whole(plainBefore.orElse(before)))
                .map(encoding -> Verdict.of(Verdict.Kind.MALFORMED, "the leaf is no longer " + encoding))
                .orElseGet(() -> Verdict.of(Verdict.Kind.FOUND, "redacted"));
    }

    // A leaf that is a secret as a whole has no form of its own to keep; a Secret's value always is, and what is bound
    // there is the whole document.
    private boolean whole(String plain) {
        return outcome.rules(place.path()).contains("secret-data")
                || plain.strip().equals(place.value().strip());
    }

    private Verdict other() {
        if (!outcome.readable()) {
            return Verdict.of(Verdict.Kind.TOUCHED, "the document is no longer YAML");
        }
        Optional<String> after = outcome.inBound(place.path()).map(YamlScalar::text);
        if (after.isPresent()) {
            return after.get().equals(before)
                    ? Verdict.of(Verdict.Kind.LEFT, "unchanged")
                    : Verdict.of(Verdict.Kind.TOUCHED, "the leaf was changed");
        }
        return outcome.cleaned(place.path())
                ? Verdict.of(Verdict.Kind.CLEANED, "the field was cleaned away")
                : Verdict.of(Verdict.Kind.TOUCHED, "the leaf is gone");
    }
}
