package dev.puesto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The demo switched off, on a database of our own. */
@PuestoTest
class DemoSwitchTests {
    @Autowired
    ApplicationContext application;

    @Test
    void makesNeitherDataNorCredentialsWhereItIsSwitchedOff() {
        assertThat(application.getBeanNamesForType(DemoLoader.class)).isEmpty();
        assertThat(application.getBeanNamesForType(DemoClients.class)).isEmpty();
        assertThat(application.getBeanNamesForType(DemoPersons.class)).isEmpty();
        assertThat(application.getBeanNamesForType(DemoStart.class)).isEmpty();
    }
}
