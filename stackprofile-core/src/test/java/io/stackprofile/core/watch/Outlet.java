package io.stackprofile.core.watch;

import io.stackprofile.spi.cluster.ClusterAccess;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Keeps every text that went out of an engine, by the way it took. Not thread-safe. */
public final class Outlet {

    private final Map<String, Set<String>> ways = new LinkedHashMap<>();

    /** Notes every text of a value. */
    public <T> T note(String way, T value) {
        ways.computeIfAbsent(way, w -> new LinkedHashSet<>()).addAll(Words.of(value));
        return value;
    }

    /** What went out, by the way it took; each text once. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        ways.forEach((way, texts) -> words.put(way, String.join("\n", texts)));
        return words;
    }

    /** Forgets what went out. */
    public void forget() {
        ways.clear();
    }

    /** The store, every word given to it noted. */
    public StackProfileStore watched(StackProfileStore store) {
        ProfileStore profiles = watched("store", ProfileStore.class, store.profiles());
        ProfileCatalogue catalogue = watched("store", ProfileCatalogue.class, store.catalogue());
        HistoryStore history = watched("store", HistoryStore.class, store.history());
        ContentStore contents = watched("store", ContentStore.class, store.contents());
        DraftStore drafts = watched("store", DraftStore.class, store.drafts());
        SuggestionStore suggestions = watched("store", SuggestionStore.class, store.suggestions());
        InstantiationStore instantiations = watched("store", InstantiationStore.class, store.instantiations());
        return new StackProfileStore() {
            @Override
            public ProfileStore profiles() {
                return profiles;
            }

            @Override
            public ProfileCatalogue catalogue() {
                return catalogue;
            }

            @Override
            public HistoryStore history() {
                return history;
            }

            @Override
            public ContentStore contents() {
                return contents;
            }

            @Override
            public DraftStore drafts() {
                return drafts;
            }

            @Override
            public SuggestionStore suggestions() {
                return suggestions;
            }

            @Override
            public InstantiationStore instantiations() {
                return instantiations;
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    /** The cluster, every word given to it noted. */
    public ClusterAccess watched(ClusterAccess cluster) {
        return watched("cluster", ClusterAccess.class, cluster);
    }

    private <T> T watched(String way, Class<T> role, T to) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (proxy, method, given) -> {
                    note(way, given == null ? new Object[0] : given);
                    try {
                        return method.invoke(to, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
