package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.internal.Intercepted.Call;
import io.stackprofile.testkit.internal.StoreBehind;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A medium without fsync: a store over it acknowledges every write, and the last ones are gone when it is opened again. */
final class ForgetfulMedium {

    private static final Set<String> WRITES =
            Set.of("create", "append", "update", "deprecate", "delete", "deleteUnchanged", "putAll", "sweep");

    private record Write(Class<?> role, Method method, Object[] arguments) {}

    private final int forgotten;
    private final List<Write> log = new ArrayList<>();

    /** Forgets the last {@code forgotten} writes. */
    ForgetfulMedium(int forgotten) {
        this.forgotten = forgotten;
    }

    StackProfileStore open() {
        return new StoreBehind(new InMemoryStore(), this::keep);
    }

    private Object keep(Call call) throws Throwable {
        Object answer = call.proceed();
        if (WRITES.contains(call.method().getName())) {
            synchronized (log) {
                log.add(new Write(call.method().getDeclaringClass(), call.method(), call.arguments()));
            }
        }
        return answer;
    }

    /** The store as it is after a restart. */
    StackProfileStore reopen() {
        InMemoryStore again = new InMemoryStore();
        List<Object> roles = List.of(
                again.profiles(), again.contents(), again.drafts(), again.suggestions(), again.instantiations());
        try {
            for (Write write : log.subList(0, Math.max(0, log.size() - forgotten))) {
                for (Object role : roles) {
                    if (write.role().isInstance(role)) {
                        write.method().invoke(role, write.arguments());
                    }
                }
            }
            return again;
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("a logged write was refused", refused);
        }
    }
}
