package io.stackprofile.testkit.broken;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;

/** Records that are another one but for one field. */
final class Copied {

    private Copied() {}

    /** {@code record}, an instance of {@code type}, with another {@code value} of {@code field}. */
    static <T> T with(Class<T> type, Object record, String field, Object value) {
        try {
            Method fresh = type.getDeclaredMethod("builder");
            fresh.setAccessible(true);
            Object builder = fresh.invoke(null);
            for (Method each : type.getDeclaredMethods()) {
                if (isField(each)) {
                    Object kept = each.getName().equals(field) ? value : each.invoke(record);
                    set(builder, each.getName(), kept);
                }
            }
            return type.cast(builder.getClass().getMethod("build").invoke(builder));
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(refused.getTargetException());
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static boolean isField(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers());
    }

    private static void set(Object builder, String field, Object value) throws ReflectiveOperationException {
        String name = value instanceof Collection
                ? "addAll" + Character.toUpperCase(field.charAt(0)) + field.substring(1)
                : field;
        Method setter = Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> MethodType.methodType(method.getParameterTypes()[0])
                        .wrap()
                        .returnType()
                        .isInstance(value))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
        setter.setAccessible(true);
        setter.invoke(builder, value);
    }
}
