package io.stackprofile.it.load;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.InMemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every write of a store in memory, to be played into another as a store that lost or changed some would have it. */
final class Tape {

    /** Roles by the method of a store that gives them. */
    private static final List<Role<?>> ROLES = List.of(
            new Role<>("profiles", ProfileStore.class, StackProfileStore::profiles),
            new Role<>("contents", ContentStore.class, StackProfileStore::contents),
            new Role<>("drafts", DraftStore.class, StackProfileStore::drafts),
            new Role<>("suggestions", SuggestionStore.class, StackProfileStore::suggestions),
            new Role<>("instantiations", InstantiationStore.class, StackProfileStore::instantiations));

    private static final Set<String> WRITES =
            Set.of("create", "append", "update", "deprecate", "delete", "deleteUnchanged", "putAll");

    private record Role<T>(String name, Class<T> type, Function<StackProfileStore, T> of) {}

    /**
     * A call.
     *
     * @param number its place in the order of writes
     * @param role whose method
     * @param method which
     * @param arguments with what
     */
    record Write(int number, Role<?> role, Method method, Object[] arguments) {

        String name() {
            return role.name() + "." + method.getName();
        }

        /** What comes of it in another store: a call that builds on a lost one may be refused. */
        void play(StackProfileStore store, Object... changed) {
            try {
                method.invoke(role.of().apply(store), changed);
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof StackProfileException)) {
                    throw new IllegalStateException(refused.getCause());
                }
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final List<Write> writes = new ArrayList<>();

    List<Write> writes() {
        return List.copyOf(writes);
    }

    /** A store whose writes go onto the tape. */
    StackProfileStore recorded() {
        return over(new InMemoryStore(), (call, target) -> {
            Object answer = call.method().invoke(target, call.arguments());
            if (WRITES.contains(call.method().getName())) {
                writes.add(call);
            }
            return answer;
        });
    }

    /** The store of one that acknowledged every write and kept only some. */
    StackProfileStore played(Predicate<Write> kept) {
        InMemoryStore store = new InMemoryStore();
        writes.stream().filter(kept).forEach(write -> write.play(store, write.arguments()));
        return store;
    }

    /** What happens instead of a call of a role. */
    @FunctionalInterface
    interface Instead {
        Object of(Write call, Object target) throws ReflectiveOperationException;
    }

    /** A store whose calls are done by {@code instead}. */
    StackProfileStore over(StackProfileStore store, Instead instead) {
        return (StackProfileStore) Proxy.newProxyInstance(
                Tape.class.getClassLoader(), new Class<?>[] {StackProfileStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    return ROLES.stream()
                            .filter(role -> role.name().equals(method.getName()))
                            .findFirst()
                            .<Object>map(role -> beside(role, answer, instead))
                            .orElse(answer);
                });
    }

    private <T> T beside(Role<T> role, Object target, Instead instead) {
        return role.type()
                .cast(Proxy.newProxyInstance(
                        Tape.class.getClassLoader(), new Class<?>[] {role.type()}, (proxy, method, arguments) -> {
                            try {
                                return instead.of(new Write(writes.size(), role, method, arguments), target);
                            } catch (InvocationTargetException failure) {
                                throw failure.getCause();
                            }
                        }));
    }
}
