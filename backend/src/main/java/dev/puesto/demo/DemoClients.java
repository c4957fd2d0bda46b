package dev.puesto.demo;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.demo.DemoCredentials.DemoClient;
import dev.puesto.id.AccountId;
import dev.puesto.id.ApiClientId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.partner.ApiClient;
import dev.puesto.partner.ApiClients;
import dev.puesto.partner.Grants;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The demo's OAuth clients, one for each thing that an integrator tries first. */
@Component
@DemoData
class DemoClients {
    private static final Viewer DEMO = new Viewer.System("demo");

    private final ApiClients clients;
    private final Grants grants;
    private final AccountDb db;
    private final Clock clock;

    DemoClients(ApiClients clients, Grants grants, AccountDb db, Clock clock) {
        this.clients = clients;
        this.grants = grants;
        this.db = db;
        this.clock = clock;
    }

    /** A client as it is made at first start. */
    private enum Kind {
        INTEGRATOR("demo-integrator", "Demo: integrator", EnumSet.allOf(Scope.class)),
        SIGN_IN("demo-signin", "Demo: sign-in check", EnumSet.of(Scope.SIGNIN_CHECK));

        private final String clientId;
        private final String label;
        private final Set<Scope> scopes;

        Kind(String clientId, String label, Set<Scope> scopes) {
            this.clientId = clientId;
            this.label = label;
            this.scopes = scopes;
        }
    }

    /** Lets the demo's clients into those accounts. */
    void grant(List<AccountId> accounts) {
        Map<Kind, ApiClientId> ids = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            ids.put(kind, clients.find(kind.clientId).orElseThrow().id());
        }
        accounts.forEach(account -> db.transact(account, transaction -> {
            ids.forEach((kind, id) -> grants.grant(transaction, id, kind.scopes, DEMO, clock.instant()));
            return ids;
        }));
    }

    /**
     * Makes the clients that are not there, and gives those a new secret whose old one was lost with its file.
     *
     * @return what the file in that folder holds now
     */
    DemoCredentials provide(Path home, URI publicUrl) {
        Optional<DemoCredentials> known = DemoCredentials.read(home);
        List<DemoClient> provided =
                Arrays.stream(Kind.values()).map(kind -> provide(kind, known)).toList();
        DemoCredentials credentials = new DemoCredentials(
                URI.create(publicUrl + "/graphql"),
                URI.create(publicUrl + "/oauth2/token"),
                provided,
                known.map(DemoCredentials::people).orElse(List.of()));
        if (!known.equals(Optional.of(credentials))) {
            credentials.write(home);
        }
        return credentials;
    }

    private DemoClient provide(Kind kind, Optional<DemoCredentials> known) {
        Optional<ApiClient> registered = clients.find(kind.clientId);
        if (registered.isEmpty()) {
            return client(kind, clients.register(kind.clientId, kind.label, kind.scopes, clock.instant()));
        }
        return known.flatMap(credentials -> credentials.client(kind.clientId))
                .orElseGet(() -> client(kind, clients.rotateSecret(registered.get(), clock.instant())));
    }

    private static DemoClient client(Kind kind, ApiClients.Issued issued) {
        return new DemoClient(issued.clientId(), issued.secret(), String.join(" ", Scope.wireNames(kind.scopes)));
    }
}
