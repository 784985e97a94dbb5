package io.stackprofile.parameter;

import io.stackprofile.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one parameter of a version, or several, follow from parameters of the version before. What a step reads is not also
 * carried under its own name, unless a step says so: {@code Rename(domain, domain)} beside a split of {@code domain}.
 *
 * <p>A secret is renamed and nothing else: its binding is a reference, and stays one. Steps show no values when printed.
 */
public sealed interface MigrationStep {

    /** The parameters of the version before that it reads, in order; none for {@link EarlierDefault}. */
    List<String> sources();

    /** The parameters of the version that it gives a value, in order. */
    List<String> targets();

    /**
     * The same value under another name.
     *
     * @param from a parameter of the version before
     * @param to a parameter of the version, of the same type
     */
    record Rename(String from, String to) implements MigrationStep {

        /** Checks the names. */
        public Rename {
            Names.parameter("from", from);
            Names.parameter("to", to);
        }

        @Override
        public List<String> sources() {
            return List.of(from);
        }

        @Override
        public List<String> targets() {
            return List.of(to);
        }
    }

    /**
     * The same value read as another type: a text becomes the number or boolean that it spells, a number or boolean the
     * text that it is written as, and a choice must be one of the new ones.
     *
     * @param from a parameter of the version before
     * @param to a parameter of the version, of another type, perhaps of the same name
     */
    record Retype(String from, String to) implements MigrationStep {

        /** Checks the names. */
        public Retype {
            Names.parameter("from", from);
            Names.parameter("to", to);
        }

        @Override
        public List<String> sources() {
            return List.of(from);
        }

        @Override
        public List<String> targets() {
            return List.of(to);
        }
    }

    /**
     * Another value for each choice. What is not named stays as it is where the new parameter is a string or has that
     * choice; else it is asked.
     *
     * @param from an enum, boolean or string of the version before
     * @param to a parameter of the version, perhaps of the same name
     * @param values the new value for each old one, by its text
     */
    record MapValues(String from, String to, Map<String, ParameterValue> values) implements MigrationStep {

        /** Checks the names, requires a value, and copies them in order. */
        public MapValues {
            Names.parameter("from", from);
            Names.parameter("to", to);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("values: a mapping names at least one value");
            }
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public List<String> sources() {
            return List.of(from);
        }

        @Override
        public List<String> targets() {
            return List.of(to);
        }

        @Override
        public String toString() {
            return "MapValues[from=" + from + ", to=" + to + "]";
        }
    }

    /**
     * Parts of a text. A part that took no part in the match leaves its parameter without a value.
     *
     * @param from a string or enum of the version before
     * @param to parameters of the version, one for each group of the pattern, in order
     * @param pattern an RE2 pattern that the whole text must match
     */
    record Split(String from, List<String> to, String pattern) implements MigrationStep {

        /** Checks the names, which differ, and copies them. */
        public Split {
            Names.parameter("from", from);
            to.forEach(name -> Names.parameter("to", name));
            if (to.isEmpty() || new HashSet<>(to).size() < to.size()) {
                throw new IllegalArgumentException("to: a split names one parameter or more, each once");
            }
            to = List.copyOf(to);
        }

        @Override
        public List<String> sources() {
            return List.of(from);
        }

        @Override
        public List<String> targets() {
            return to;
        }

        @Override
        public String toString() {
            return "Split[from=" + from + ", to=" + to + "]";
        }
    }

    /**
     * A text made of several values, then read as the new parameter's type. A value that lives by its default counts with
     * it, as long as another is the instance's own.
     *
     * @param template a text with <code>${{ parameters.NAME }}</code> for parameters of the version before
     * @param to a parameter of the version
     */
    record Merge(String template, String to) implements MigrationStep {

        /** Checks the name and the placeholders. */
        public Merge {
            Names.parameter("to", to);
            if (MergeTemplate.of(template).names().isEmpty()) {
                throw new IllegalArgumentException("template: it needs a ${{ parameters.NAME }}");
            }
        }

        /** The template's texts and the names between them: always one text more than names. */
        public MergeTemplate parts() {
            return MergeTemplate.of(template);
        }

        @Override
        public List<String> sources() {
            return parts().names().stream().distinct().toList();
        }

        @Override
        public List<String> targets() {
            return List.of(to);
        }

        @Override
        public String toString() {
            return "Merge[from=" + sources() + ", to=" + to + "]";
        }
    }

    /**
     * What an instance of an earlier version takes where it has no value of its own, in the place of the default: a new
     * parameter gets what was written out before, a changed default does not change what runs. May stand beside another
     * step for the same parameter.
     *
     * @param to a parameter of the version
     * @param value the value
     */
    record EarlierDefault(String to, ParameterValue value) implements MigrationStep {

        /** Checks the name. */
        public EarlierDefault {
            Names.parameter("to", to);
        }

        @Override
        public List<String> sources() {
            return List.of();
        }

        @Override
        public List<String> targets() {
            return List.of(to);
        }

        @Override
        public String toString() {
            return "EarlierDefault[to=" + to + "]";
        }
    }
}
