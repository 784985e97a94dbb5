package io.stackprofile.testkit.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Makes adapters whose every call goes past someone else first. */
public final class Intercepted {

    private static final Object[] NONE = {};

    private Intercepted() {}

    /** What stands between. */
    @FunctionalInterface
    public interface Between {

        /** Answers the call, in its own way or by letting it {@link Call#proceed}. */
        @Nullable
        Object on(Call call) throws Throwable;
    }

    /** One call on its way to the adapter. */
    public static final class Call {

        private final Object target;
        private final Method method;
        private final Object[] arguments;

        Call(Object target, Method method, Object[] arguments) {
            this.target = target;
            this.method = method;
            this.arguments = arguments;
        }

        /** The method that is called. */
        public Method method() {
            return method;
        }

        /** What it is called with; never null, and not to be changed. */
        public Object[] arguments() {
            return arguments;
        }

        /** Lets the adapter answer, and throws what it throws. */
        public @Nullable Object proceed() throws Throwable {
            return with(arguments);
        }

        /** Lets the adapter answer the same call with other arguments. */
        public @Nullable Object with(Object... others) throws Throwable {
            try {
                return method.invoke(target, others);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        }
    }

    /** An adapter of {@code role} that is {@code target} behind {@code between}. */
    public static <T> T role(Class<T> role, T target, Between between) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(),
                new Class<?>[] {role},
                (proxy, method, arguments) ->
                        between.on(new Call(target, method, arguments == null ? NONE : arguments))));
    }
}
