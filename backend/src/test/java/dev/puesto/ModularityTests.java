package dev.puesto;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.puesto.jooq.JobDb;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModules;

/** Who may import whom: each package says it in its {@code package-info}, and here it is held to it. */
class ModularityTests {

    private static final List<String> LEAVES =
            List.of(PuestoApplication.class.getAnnotation(Modulithic.class).sharedModules());

    /** They may import anything, and nobody imports them: no other package names them as allowed. */
    private static final Set<String> OUTERMOST = Set.of("graphql", "console", "demo", "notification", "webhook");

    /** The one file of each feature that works across accounts, past row-level security. */
    private static final Set<String> ACROSS_ACCOUNTS = Set.of(
            "access.InstallationSecrets",
            "account.AccountLists",
            "idempotency.IdempotencyPurge",
            "notification.MailQueue",
            "outbox.OutboxQueue",
            "partner.ApiClients",
            "payment.DuePayments",
            "quote.RequestLists",
            "seat.LastSignIns",
            "signin.People",
            "tax.ExchangeRates");

    /** The sandbox gateway stands for a provider's own system, and keeps its state where no request of ours reaches it. */
    private static final String OUTSIDE = "payment.SandboxCharges";

    private static final ApplicationModules MODULES =
            ApplicationModules.of(PuestoApplication.class, resideInAPackage("dev.puesto.db.."));

    @Test
    void featuresImportOnlyWhatTheySay() {
        MODULES.verify();
    }

    @Test
    void everyFeatureSaysWhatItMayImport() {
        assertThat(MODULES.stream()
                        .filter(module ->
                                !OUTERMOST.contains(module.getIdentifier().toString()))
                        .filter(module -> module.getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void eachFeatureWorksAcrossAccountsInOneFileThatIsListedHere() {
        Set<String> users = puesto().stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(JobDb.class)))
                .map(type -> type.getName().substring("dev.puesto.".length()).replaceFirst("\\$.*", ""))
                .filter(name -> !name.startsWith("jooq.") && !name.startsWith("demo.") && !name.equals(OUTSIDE))
                .collect(Collectors.toSet());
        assertThat(users).isEqualTo(ACROSS_ACCOUNTS);
        assertThat(users.stream().map(name -> name.substring(0, name.indexOf('.'))))
                .doesNotHaveDuplicates();
    }

    private static JavaClasses puesto() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.puesto");
    }

    @Test
    void leavesImportOnlyThoseToTheirLeft() {
        JavaClasses puesto = puesto();
        for (int i = 0; i < LEAVES.size(); i++) {
            DescribedPredicate<JavaClass> allowed = resideOutsideOfPackage("dev.puesto..");
            for (String left : LEAVES.subList(0, i + 1)) {
                allowed = allowed.or(resideInAPackage("dev.puesto." + left + ".."));
            }
            classes()
                    .that(resideInAPackage("dev.puesto." + LEAVES.get(i) + ".."))
                    .should()
                    .onlyDependOnClassesThat(allowed)
                    .allowEmptyShould(true)
                    .check(puesto);
        }
    }
}
