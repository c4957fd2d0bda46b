package dev.puesto.seatquote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.id.ApiClientId;
import dev.puesto.id.SubscriptionId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class FactsStatementTests {
    private static final Viewer VIEWER = new Viewer.ApiClient(
            new ApiClientId(UUID.randomUUID()), "client", Set.of(Scope.values()), Set.of(Scope.BILLING_READ));

    @Test
    void isTheSameForOneChangeAndForTwenty() {
        assertThat(statement(20)).isEqualTo(statement(1)).isEqualTo(statement(0));
    }

    private static String statement(int subscriptions) {
        var ids = Stream.generate(() -> new SubscriptionId(UUID.randomUUID()))
                .limit(subscriptions)
                .toArray(SubscriptionId[]::new);
        return DSL.using(SQLDialect.POSTGRES)
                .render(FactsStatement.of(VIEWER, new AccountId(UUID.randomUUID()), ids, false));
    }
}
