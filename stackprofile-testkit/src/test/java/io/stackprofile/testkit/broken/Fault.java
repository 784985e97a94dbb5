package io.stackprofile.testkit.broken;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;

/** What a broken adapter does in place of a call. */
@FunctionalInterface
interface Fault {

    Object on(Call call) throws Throwable;

    /** A call on its way to an intact adapter. */
    record Call(Object intact, Method method, Object[] args) {

        Object proceed() throws Throwable {
            return with(args);
        }

        Object with(Object... others) throws Throwable {
            try {
                return method.invoke(intact, others);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        /** The same call with its first argument replaced. */
        Object withFirst(Object first) throws Throwable {
            Object[] changed = args.clone();
            changed[0] = first;
            return with(changed);
        }

        @SuppressWarnings("unchecked")
        <T> T arg(int index) {
            return (T) args[index];
        }
    }

    /** An adapter that is intact but for some methods. */
    static <T> T faulty(Class<T> role, T intact, Map<String, Fault> faults) {
        for (String name : faults.keySet()) {
            if (Arrays.stream(role.getMethods())
                    .noneMatch(method -> method.getName().equals(name))) {
                throw new IllegalArgumentException(role.getSimpleName() + " has no method " + name);
            }
        }
        return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, method, args) -> {
            Call call = new Call(intact, method, args == null ? new Object[0] : args);
            Fault fault = faults.get(method.getName());
            return fault == null ? call.proceed() : fault.on(call);
        }));
    }
}
