package io.stackprofile.core.watch;

import io.stackprofile.parameter.SecretValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every text that can be read out of a value: what it prints, and what each of its accessors gives, and theirs. Of a
 * failure also its message, its trace, its causes and those it suppressed.
 */
public final class Words {

    private final Set<String> out = new LinkedHashSet<>();
    private final Set<Object> seen = new HashSet<>();
    private final Deque<Object> open = new ArrayDeque<>();

    private Words() {}

    /** The texts of {@code value}, each once. */
    public static Set<String> of(Object value) {
        Words words = new Words();
        words.add(value);
        while (!words.open.isEmpty()) {
            words.read(words.open.pop());
        }
        return words.out;
    }

    private void add(Object value) {
        if (value != null && seen.add(value)) {
            open.push(value);
        }
    }

    private void read(Object value) {
        if (value instanceof byte[] bytes) {
            say(new String(bytes, StandardCharsets.UTF_8));
        } else if (value instanceof char[] chars) {
            say(new String(chars));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Map<?, ?> map) {
            say(value.toString());
            map.forEach((key, held) -> {
                add(key);
                add(held);
            });
        } else if (value instanceof Iterable<?> items && !isOurs(value)) {
            say(value.toString());
            items.forEach(this::add);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i));
            }
        } else {
            say(value.toString());
            inside(value);
        }
    }

    private void inside(Object value) {
        if (value instanceof Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            say(trace.toString());
            add(thrown.getCause());
            add(thrown.getSuppressed());
        }
        // A secret's value is there to be read by who is handed it.
        if (isOurs(value) && !(value instanceof SecretValue)) {
            for (Method method : value.getClass().getMethods()) {
                if (isAccessor(method)) {
                    add(result(method, value));
                }
            }
        }
    }

    private static boolean isOurs(Object value) {
        return value.getClass().getName().startsWith("io.stackprofile.")
                && !value.getClass().isEnum();
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0
                && !method.getName().startsWith("with")
                && !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() != void.class
                && method.getDeclaringClass() != Object.class
                && !Set.of("hashCode", "toString", "builder", "iterator", "getStackTrace", "fillInStackTrace")
                        .contains(method.getName());
    }

    private static Object result(Method method, Object value) {
        try {
            method.setAccessible(true);
            return method.invoke(value);
        } catch (InvocationTargetException failed) {
            return failed.getCause();
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(method.toString(), unreachable);
        }
    }

    private void say(String text) {
        out.add(text);
    }
}
