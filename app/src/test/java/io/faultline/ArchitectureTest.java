package io.faultline;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The last column of the table of rooms in app/docs/architecture.md. */
@AnalyzeClasses(packages = "io.faultline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule roomsUseOnlyWhatTheyMay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("market")
            .definedBy("io.faultline.market..")
            .layer("book")
            .definedBy("io.faultline.book..")
            .layer("venue")
            .definedBy("io.faultline.venue..")
            .layer("feed")
            .definedBy("io.faultline.feed..")
            .layer("journal")
            .definedBy("io.faultline.journal..")
            .layer("history")
            .definedBy("io.faultline.history..")
            .layer("backfill")
            .definedBy("io.faultline.backfill..")
            .layer("desk")
            .definedBy("io.faultline.desk..")
            .layer("liquidation")
            .definedBy("io.faultline.liquidation..")
            .layer("signal")
            .definedBy("io.faultline.signal..")
            .layer("alarm")
            .definedBy("io.faultline.alarm..")
            .layer("ledger")
            .definedBy("io.faultline.ledger..")
            .layer("practice")
            .definedBy("io.faultline.practice..")
            .layer("ui")
            .definedBy("io.faultline.ui..")
            .layer("cli")
            .definedBy("io.faultline.cli..")
            .whereLayer("market")
            .mayNotAccessAnyLayer()
            .whereLayer("book")
            .mayOnlyAccessLayers("market")
            .whereLayer("venue")
            .mayOnlyAccessLayers("market", "book")
            .whereLayer("feed")
            .mayOnlyAccessLayers("market", "venue")
            .whereLayer("journal")
            .mayOnlyAccessLayers("market")
            .whereLayer("history")
            .mayOnlyAccessLayers("market")
            .whereLayer("backfill")
            .mayOnlyAccessLayers("market", "venue", "feed", "history")
            .whereLayer("desk")
            .mayOnlyAccessLayers("market", "book", "liquidation", "signal", "alarm", "ledger")
            .whereLayer("liquidation")
            .mayOnlyAccessLayers("market")
            .whereLayer("signal")
            .mayOnlyAccessLayers("market", "liquidation")
            .whereLayer("alarm")
            .mayOnlyAccessLayers("market", "liquidation", "signal")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("market", "liquidation", "signal")
            .whereLayer("practice")
            .mayOnlyAccessLayers("market", "liquidation")
            .whereLayer("ui")
            .mayOnlyAccessLayers("market", "desk", "liquidation", "signal", "alarm", "ledger")
            .because("data flows one way, from socket to pixel");

    @ArchTest
    static final ArchRule onlyTheCrowdKnowsMargins = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.faultline.practice")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.faultline.liquidation..")
            .because("what serves the practice market knows no more of positions than a venue tells");

    @ArchTest
    static final ArchRule venuesDoNotKnowEachOther =
            slices().matching("io.faultline.venue.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.faultline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeIsAnArgument = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(
                    "io.faultline.market..",
                    "io.faultline.book..",
                    "io.faultline.venue..",
                    "io.faultline.history..",
                    "io.faultline.desk..",
                    "io.faultline.liquidation..",
                    "io.faultline.signal..",
                    "io.faultline.alarm..",
                    "io.faultline.ledger..",
                    "io.faultline.practice.crowd..")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(aClock()))
            .because("state is a function of events: two replays of one journal must agree to the bit");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("io.faultline.ui..", "io.faultline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "io.fair_acc..")
            .because("everything below the window runs without one");

    private static DescribedPredicate<com.tngtech.archunit.core.domain.AccessTarget> aClock() {
        return DescribedPredicate.describe("a clock, chance or a sleep", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return (owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                    || (owner.getPackageName().equals("java.time") && name.equals("now"))
                    || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                    || (owner.isEquivalentTo(Thread.class) && name.equals("sleep"))
                    || (owner.isEquivalentTo(java.util.Random.class) && name.equals("<init>"));
        });
    }
}
