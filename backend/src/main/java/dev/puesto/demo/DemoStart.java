package dev.puesto.demo;

import dev.puesto.demo.DemoCredentials.DemoClient;
import dev.puesto.demo.DemoCredentials.DemoPerson;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demo before any job runs and any port opens, and says on the terminal, once all is up, how to get in: there and
 * nowhere else, since a log is no place for a secret.
 */
@Component
@DemoData
class DemoStart implements SmartInitializingSingleton {
    private final DemoLoader loader;
    private final ScaleLoader scale;
    private final DemoClients clients;
    private final DemoPersons persons;
    private final Path home;
    private final URI publicUrl;
    private final String address;
    private final PrintStream terminal = System.out;
    private boolean loaded;

    DemoStart(
            DemoLoader loader,
            ScaleLoader scale,
            DemoClients clients,
            DemoPersons persons,
            @Value("${puesto.home}") Path home,
            @Value("${puesto.public-url}") URI publicUrl,
            @Value("${server.address:0.0.0.0}") String address) {
        this.loader = loader;
        this.scale = scale;
        this.clients = clients;
        this.persons = persons;
        this.home = home;
        this.publicUrl = publicUrl;
        this.address = address;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (loader.mayLoad()) {
            clients.provide(home, publicUrl);
            loader.load();
            scale.load();
            provideWithPasswords();
            loaded = true;
        }
    }

    private DemoCredentials provideWithPasswords() {
        DemoCredentials known = clients.provide(home, publicUrl);
        DemoCredentials all = known.with(persons.provide(known.people()));
        if (!all.equals(known)) {
            all.write(home);
        }
        return all;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        if (loaded) {
            DemoCredentials credentials = provideWithPasswords();
            terminal.printf("%nDemo credentials (kept in %s, readable by you alone):%n", DemoCredentials.file(home));
            credentials.people().forEach(this::print);
            credentials.clients().forEach(this::print);
            terminal.printf(
                    """
                      curl -u %1$s:... -d grant_type=client_credentials %2$s
                    It listens on %3$s%4$s.
                    """, credentials.clients().getFirst().clientId(), credentials.tokenEndpoint(), address, reach());
        }
    }

    private void print(DemoPerson person) {
        terminal.printf("  %-42s %-16s %s%n", person.email(), person.password(), person.role());
    }

    private void print(DemoClient client) {
        terminal.printf(
                "  %-16s %s%n  %-16s scope: %s%n", client.clientId(), client.clientSecret(), "", client.scope());
    }

    private String reach() {
        return address.startsWith("127.") ? " only: no other machine reaches it" : "";
    }
}
