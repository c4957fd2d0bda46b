package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SandboxWarningTests {

    @Test
    void saysNothingOfTheEmbeddedDatabaseWhichIsForTrying() {
        assertThat(SandboxWarning.sentence(true, true, true)).isEmpty();
    }

    @Test
    void namesEachPartThatIsASandboxOnADatabaseOfYourOwn() {
        assertThat(SandboxWarning.sentence(false, true, true).orElseThrow())
                .contains("sandbox gateway", "puesto.tax.check.checker=VIES")
                .doesNotContain("\n");
        assertThat(SandboxWarning.sentence(false, true, false).orElseThrow()).doesNotContain("VIES");
        assertThat(SandboxWarning.sentence(false, false, false)).isEmpty();
    }
}
