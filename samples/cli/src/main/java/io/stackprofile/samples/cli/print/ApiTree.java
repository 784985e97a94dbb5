package io.stackprofile.samples.cli.print;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.SourceCapture;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns any value of the library's API into maps, lists, text, numbers and booleans: fields in declared order under
 * snake_case names, enums in lower case, ids, digests and references as their text, absent values left out.
 */
final class ApiTree {

    private static final Set<Class<?>> WRITTEN_AS_TEXT = Set.of(
            ProfileId.class,
            DraftId.class,
            SuggestionId.class,
            StackDraftId.class,
            InstantiationId.class,
            Digest.class,
            MemberRef.class,
            SecretRef.class,
            UUID.class,
            Instant.class);

    /** What a value derives from its fields and a reader would otherwise have to work out. */
    private static final Map<Class<?>, List<String>> DERIVED = Map.ofEntries(
            Map.entry(Member.class, List.of("ref")),
            Map.entry(DraftValidation.class, List.of("publishable")),
            Map.entry(DraftRebase.class, List.of("rebased")),
            Map.entry(VersionDiff.class, List.of("identical", "impact")),
            Map.entry(MemberDiff.class, List.of("impact")),
            Map.entry(UpdatePreview.class, List.of("complete")),
            Map.entry(DriftReport.class, List.of("asDeployed")),
            Map.entry(RolloutReport.class, List.of("complete", "stopped")),
            Map.entry(MultiCaptureReport.class, List.of("exact")),
            Map.entry(SourceCapture.class, List.of("exact")));

    private ApiTree() {}

    /** The tree of {@code value}; null when it is an empty {@link Optional}. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : null;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (WRITTEN_AS_TEXT.contains(value.getClass())) {
            return value.toString();
        }
        if (value instanceof ParameterValue parameterValue) {
            return scalar(parameterValue);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(ApiTree::of).toList();
        }
        return object(value instanceof Map<?, ?> map ? map : named(value));
    }

    /** What is one of several kinds has its fields named after its kind. */
    private static Map<String, ? extends @Nullable Object> named(Object value) {
        if (value instanceof Condition condition) {
            return ConditionFields.of(condition);
        }
        if (value instanceof ParameterSet set) {
            return ParameterSetFields.of(set);
        }
        return value instanceof MigrationStep step ? MigrationFields.of(step) : fields(value);
    }

    private static Object scalar(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case NUMBER -> new BigDecimal(value.text());
            case BOOLEAN -> Boolean.valueOf(value.text());
        };
    }

    private static Map<String, Object> object(Map<?, ?> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Object branch = of(value);
            if (branch != null) {
                tree.put(snakeCase(String.valueOf(name)), branch);
            }
        });
        return tree;
    }

    private static Map<String, @Nullable Object> fields(Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Class<?> declared = value.getClass().isRecord() ? value.getClass() : apiType(value.getClass());
        DERIVED.forEach((type, names) -> {
            if (type.isInstance(value)) {
                names.forEach(name -> fields.put(name, read(value, declared, name)));
            }
        });
        fieldNames(value.getClass()).forEach(name -> fields.put(name, read(value, declared, name)));
        return fields;
    }

    /** A record's components; an Immutables implementation's fields, which stand in the order of the interface's methods. */
    private static List<String> fieldNames(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                names.add(field.getName());
            }
        }
        return names;
    }

    private static Class<?> apiType(Class<?> implementation) {
        return Arrays.stream(implementation.getInterfaces())
                .filter(type -> type.getName().startsWith("io.stackprofile."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a value of the API: " + implementation.getName()));
    }

    private static @Nullable Object read(Object value, Class<?> declared, String name) {
        try {
            Method accessor = declared.getMethod(name);
            return accessor.invoke(value);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("cannot read " + declared.getName() + "." + name, failure);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
