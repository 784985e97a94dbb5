package io.stackprofile.testkit;

import io.stackprofile.testkit.contract.ClusterAccessContract;
import io.stackprofile.testkit.contract.ContentStoreContract;
import io.stackprofile.testkit.contract.DraftStoreContract;
import io.stackprofile.testkit.contract.HistoryStoreContract;
import io.stackprofile.testkit.contract.InstantiationStoreContract;
import io.stackprofile.testkit.contract.ProfileCatalogueContract;
import io.stackprofile.testkit.contract.ProfileStoreContract;
import io.stackprofile.testkit.contract.SecretResolverContract;
import io.stackprofile.testkit.contract.SecretVaultContract;
import io.stackprofile.testkit.contract.StoreArchiveContract;
import io.stackprofile.testkit.contract.SuggestionStoreContract;
import io.stackprofile.testkit.contract.WholeStoreContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contracts of the testkit, and their tests. */
public final class Contracts {

    private static final List<Class<?>> ALL = List.of(
            ProfileStoreContract.class,
            ProfileCatalogueContract.class,
            HistoryStoreContract.class,
            ContentStoreContract.class,
            DraftStoreContract.class,
            SuggestionStoreContract.class,
            InstantiationStoreContract.class,
            StoreArchiveContract.class,
            ClusterAccessContract.class,
            SecretVaultContract.class,
            SecretResolverContract.class,
            WholeStoreContract.class);

    private Contracts() {}

    /** Every test of every contract. */
    public static Stream<Method> tests() {
        return ALL.stream()
                .flatMap(contract -> Arrays.stream(contract.getMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }
}
