package dev.puesto;

import dev.puesto.api.PublicAddress;
import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the terminal where to go, once everything is up. */
@Component
class ReadyMessage {

    private final PublicAddress address;
    private final PuestoProperties puesto;
    private final PrintStream terminal = System.out;

    ReadyMessage(PublicAddress address, PuestoProperties puesto) {
        this.address = address;
        this.puesto = puesto;
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        terminal.printf("""

                Puesto is ready: %1$s/
                  GraphQL  %1$s/graphql
                  tokens   %1$s/oauth2/token
                  home     %2$s%n""", address.base(), puesto.home());
    }
}
