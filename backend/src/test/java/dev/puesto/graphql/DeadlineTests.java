package dev.puesto.graphql;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.JobDb;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A request that takes longer than it may. */
@PuestoTest
@TestPropertySource(properties = {"puesto.graphql.deadline=300ms", "puesto.checkout.replay-wait=200ms"})
class DeadlineTests {
    private static final String TWO = """
            mutation($first: InviteUserInput!, $second: InviteUserInput!) {
              first: inviteUser(input: $first) { user { id } } second: inviteUser(input: $second) { user { id } } }""";

    @Autowired
    private TestApi api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JobDb db;

    @Test
    void aRequestThatIsLateBeginsNothingMoreAndMayBeSentAgain() throws Exception {
        AccountId account = accounts.open();
        TestApi.Client client = api.client().on(account);
        client.token();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = Thread.ofVirtual().start(() -> holdForASecond(account, held));
        held.await();

        TestApi.Answer answer = client.post(TWO, Map.of("first", invitation(account), "second", invitation(account)));

        holder.join();
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.errorCodes()).containsOnly("UNAVAILABLE");
        assertThat(db.sql().fetchCount(ACCOUNT_USER, ACCOUNT_USER.ACCOUNT_ID.eq(account)))
                .isOne();
        TestApi.Answer again = client.post(TWO, Map.of("first", invitation(account), "second", invitation(account)));
        assertThat(again.status()).isEqualTo(200);
    }

    /** Whoever wants to change the account waits meanwhile. */
    private void holdForASecond(AccountId account, CountDownLatch held) {
        db.transact(sql -> {
            sql.selectFrom(ACCOUNT)
                    .where(ACCOUNT.ACCOUNT_ID.eq(account))
                    .forUpdate()
                    .fetch();
            held.countDown();
            return sql.fetch("select pg_sleep(1)");
        });
    }

    private static Map<String, Object> invitation(AccountId account) {
        String name = "ada-" + UUID.randomUUID();
        return Map.of("accountId", GlobalId.of(account).toString(), "name", name, "email", name + "@example.com");
    }
}
