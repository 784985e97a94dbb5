package io.stackprofile.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walls between packages; those between modules are the build's. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.stackprofile");

    private static final String[] API = {
        "io.stackprofile",
        "io.stackprofile.capture..",
        "io.stackprofile.diff..",
        "io.stackprofile.draft..",
        "io.stackprofile.error..",
        "io.stackprofile.iac..",
        "io.stackprofile.instantiation..",
        "io.stackprofile.parameter..",
        "io.stackprofile.profile..",
        "io.stackprofile.stack.."
    };

    @Test
    void theApiUsesNothingButTheJdkAndItself() {
        String[] allowed = concat(API, "java..", "org.jspecify.annotations..", "org.immutables.value..");
        classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
    }

    @Test
    void theSpiUsesNothingButTheJdkAndTheApi() {
        String[] allowed = concat(
                API,
                "io.stackprofile.spi..",
                "java..",
                "javax.crypto..",
                "org.jspecify.annotations..",
                "org.immutables.value..");
        classes()
                .that()
                .resideInAPackage("io.stackprofile.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
    }

    @Test
    void onlyTheEnginePackageTouchesStoresAndClusters() {
        noClasses()
                .that()
                .resideInAPackage("io.stackprofile.core.internal..")
                .and()
                .resideOutsideOfPackages(
                        "io.stackprofile.core.internal.engine..", "io.stackprofile.core.internal.copy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.stackprofile.spi.store..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.stackprofile.spi.cluster.ClusterAccess")
                .check(CLASSES);
    }

    @Test
    void theEnginesStepsHaveNoCycles() {
        slices().matching("io.stackprofile.core.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noParserTypeLeavesTheYamlModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.stackprofile.yaml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void theEngineExportsItsBuilderAlone() throws URISyntaxException {
        Path classes = Path.of(StackProfileEngine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleReference module =
                ModuleFinder.of(classes).find("io.stackprofile.core").orElseThrow();

        assertThat(module.descriptor().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.stackprofile.core");
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
