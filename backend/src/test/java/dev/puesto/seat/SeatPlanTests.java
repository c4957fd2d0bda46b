package dev.puesto.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.jooq.TestPlans;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** By which indexes the statements on users and seats are answered. */
@PuestoTest
class SeatPlanTests extends SeatStatements {
    @Test
    void findsUsersByTheirKeyHoweverManyTheAccountHas() throws Exception {
        String plan = plan("select u.id from unnest(array['" + users.get(0).value() + "'::uuid]) given (id)"
                + " cross join lateral (select * from account_user where account_id = '" + account.value()
                + "' and account_user.id = given.id limit 1) u");
        assertThat(plan)
                .contains("account_user_key")
                .doesNotContain("account_user_by_name", "Seq Scan on account_user");
    }

    @Test
    void findsAPrefixOfANameByTheIndexUnderRowLevelSecurity() throws Exception {
        String plan = plan("select id from account_user where account_id = '" + account.value()
                + "' and name_key >= 'user 05' and name_key < 'user 06' order by name_key, id limit 51");
        assertThat(plan).contains("account_user_by_name").doesNotContain("Filter: ((name_key");
    }

    @Test
    void walksUsersByNameAndLooksEachUpAmongTheSeats() throws Exception {
        String plan = plan("select a.id from account_user u cross join lateral (select * from assignment"
                + " where account_id = '" + account.value() + "' and product_id = '" + UUID.randomUUID()
                + "' and user_id = u.id and released_at is null limit 1) a where u.account_id = '" + account.value()
                + "' and a.subscription_id = '" + subscription.value() + "' and (u.name_key, u.id) > ('user 05', '"
                + users.get(0).value() + "') order by u.name_key, u.id limit 101");
        assertThat(plan)
                .contains("account_user_by_name")
                .contains("one_live_seat_per_user_and_product")
                .doesNotContain("Filter: (ROW");
    }

    @Test
    void findsTheLiveSeatOfAUserWithoutReadingOthersOrThoseOfBefore() throws Exception {
        String statement = "select id from assignment where account_id = '" + account.value() + "' and product_id = '"
                + UUID.randomUUID() + "' and user_id = '" + users.get(0).value() + "' and released_at is null";
        assertThat(TestPlans.of(account, "", statement)).contains("one_live_seat_per_user_and_product");
        assertThat(plan(statement)).contains("one_live_seat_per_user_and_product");
    }

    /** With seats in the table: to the planner an index without rows is as good as any. */
    private String plan(String statement) throws Exception {
        assigner.assign(JOB, request(users));
        return TestPlans.of(account, "", statement);
    }
}
