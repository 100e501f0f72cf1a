package org.parasift.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The house rules of ARCHITECTURE.md that neither Maven's graph nor the compiler holds. Each field is one rule. */
@AnalyzeClasses(packages = "org.parasift", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String[] SHIPPED = {
        "org.parasift.text..", "org.parasift.token..", "org.parasift.features..", "org.parasift.classify.."
    };

    @ArchTest
    static final ArchRule floorsDependDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("org.parasift.text..")
            .layer("token")
            .definedBy("org.parasift.token..")
            .layer("features")
            .definedBy("org.parasift.features..")
            .layer("classify")
            .definedBy("org.parasift.classify..")
            .layer("train")
            .definedBy("org.parasift.train..")
            .layer("cli")
            .definedBy("org.parasift.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("train")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("classify")
            .mayOnlyBeAccessedByLayers("train", "cli")
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("classify", "train", "cli")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("features", "classify", "train", "cli");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.parasift.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatServersShipNeedsNothingButJava = classes()
            .that()
            .resideInAnyPackage(SHIPPED)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.parasift.text..",
                    "org.parasift.token..",
                    "org.parasift.features..",
                    "org.parasift.classify..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule whatServersShipNeedsJavaBaseOnly = noClasses()
            .that()
            .resideInAnyPackage(SHIPPED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.util.logging..", "java.net.http..", "java.awt..", "java.beans..");

    @ArchTest
    static final ArchRule tribuoLivesInTrainFitOnly = noClasses()
            .that()
            .resideOutsideOfPackage("org.parasift.train.fit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tribuo..", "com.oracle.labs..");

    @ArchTest
    static final ArchRule commonsCsvLivesInTrainCorpusAndCliOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.parasift.train.corpus..", "org.parasift.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.csv..");

    @ArchTest
    static final ArchRule picocliLivesInCliOnly = noClasses()
            .that()
            .resideOutsideOfPackage("org.parasift.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule tokenizingUsesNeitherRegexNorStreams = noClasses()
            .that()
            .resideInAPackage("org.parasift.token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.regex..", "java.util.stream..");

    @ArchTest
    static final ArchRule onlyTheProgramPrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.parasift.cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyMainEndsTheMachine = noClasses()
            .that()
            .areNotAssignableTo(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule nothingIsReadByJavaSerialization = noClasses()
            .should()
            .dependOnClassesThat(
                    describe("ObjectInputStream", type -> type.isAssignableTo(java.io.ObjectInputStream.class)));
}
