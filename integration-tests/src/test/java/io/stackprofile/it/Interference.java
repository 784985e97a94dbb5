package io.stackprofile.it;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store beside which something happens, once, before or after a method. */
final class Interference implements StackProfileStore {

    private final StackProfileStore store;
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, Runnable> after = new ConcurrentHashMap<>();

    Interference(StackProfileStore store) {
        this.store = store;
    }

    /** Lets {@code happening} come before the next call of {@code method}; what it throws is the call's outcome. */
    void before(String method, Runnable happening) {
        before.put(method, happening);
    }

    /** Lets {@code happening} come after the next call of {@code method}, whose work is done. */
    void after(String method, Runnable happening) {
        after.put(method, happening);
    }

    /** Lets nothing more come that has not come yet. */
    void calm() {
        before.clear();
        after.clear();
    }

    @Override
    public ProfileStore profiles() {
        return beside(ProfileStore.class, store.profiles(), "profiles.");
    }

    @Override
    public DraftStore drafts() {
        return beside(DraftStore.class, store.drafts(), "drafts.");
    }

    @Override
    public ProfileCatalogue catalogue() {
        return store.catalogue();
    }

    @Override
    public HistoryStore history() {
        return store.history();
    }

    @Override
    public ContentStore contents() {
        return beside(ContentStore.class, store.contents(), "contents.");
    }

    @Override
    public SuggestionStore suggestions() {
        return beside(SuggestionStore.class, store.suggestions(), "suggestions.");
    }

    @Override
    public InstantiationStore instantiations() {
        return beside(InstantiationStore.class, store.instantiations(), "instantiations.");
    }

    @Override
    public void close() {
        store.close();
    }

    private <T> T beside(Class<T> role, T target, String prefix) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (proxy, method, arguments) -> {
                    Optional.ofNullable(before.remove(prefix + method.getName()))
                            .ifPresent(Runnable::run);
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        Optional.ofNullable(after.remove(prefix + method.getName()))
                                .ifPresent(Runnable::run);
                    }
                }));
    }
}
