package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.LAST_SIGN_IN;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.TestCheckout;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Undoing a change that waits for the renewal, through HTTP. */
@PuestoTest
class ScheduledChangeApiTests {
    private static final String CANCEL = """
            mutation($id: ID!) { cancelScheduledChange(input: { scheduledChangeId: $id }) {
              subscription { id seatsOwned scheduledChange { id seats } }
              userErrors { code message field ... on OrderInProgress { order { id state } } } } }""";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestOrders orders;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JobDb db;

    Buyer buyer;
    SubscriptionId bought;
    ScheduledChangeId change;

    @BeforeEach
    void aReductionAtTheRenewal() {
        buyer = test.buyer();
        bought = test.buy(buyer, 5, offers.offer().plan()).getFirst();
        test.put(buyer, new SeatChangeRequest(bought, null, 3, Effective.AT_RENEWAL, null, Releases.NONE));
        test.place(buyer);
        change = db.sql()
                .select(SCHEDULED_CHANGE.ID)
                .from(SCHEDULED_CHANGE)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle(SCHEDULED_CHANGE.ID);
    }

    @Test
    void undoesTheChangeOnce() {
        Answer shown = buyer.client()
                .ask(
                        "query($id: ID!) { subscription(id: $id) { scheduledChange { id seats releaseRule } } }",
                        Map.of(
                                "id",
                                GlobalId.of("Subscription", buyer.account(), bought)
                                        .toString()));
        assertThat(shown.text("data.subscription.scheduledChange.id")).isEqualTo(id(change));
        assertThat(shown.text("data.subscription.scheduledChange.releaseRule"))
                .as("whom it releases, though nobody is seated yet")
                .isEqualTo("LONGEST_WITHOUT_SIGN_IN");
        Answer undone = cancel(id(change));
        assertThat(undone.at("data.cancelScheduledChange.userErrors")).isEmpty();
        assertThat(undone.number("data.cancelScheduledChange.subscription.seatsOwned"))
                .isEqualTo(5);
        assertThat(undone.at("data.cancelScheduledChange.subscription.scheduledChange")
                        .isNull())
                .isTrue();
        assertThat(state()).isEqualTo("CANCELED");
        Answer again = cancel(id(change));
        assertThat(again.userErrorCodes("cancelScheduledChange")).containsExactly("SCHEDULED_CHANGE_CLOSED");
        assertThat(again.at("data.cancelScheduledChange.userErrors.0.field")
                        .valueStream()
                        .map(part -> part.asString()))
                .containsExactly("input", "scheduledChangeId");
    }

    @Test
    void writesDownWhatWasUndone() {
        cancel(id(change));
        Answer answer = buyer.client()
                .ask(
                        "query($id: ID!) { account(id: $id) { auditEntries(first: 1) { nodes { action before after } } } }",
                        Map.of("id", GlobalId.of(buyer.account()).toString()));
        String entry = "data.account.auditEntries.nodes.0.";
        assertThat(answer.text(entry + "action")).isEqualTo("SCHEDULED_CHANGE_CANCELED");
        assertThat(answer.text(entry + "before"))
                .contains("\"planId\"", "\"seats\": 3", "\"dueAt\"", "\"releaseRule\": \"LONGEST_WITHOUT_SIGN_IN\"");
        assertThat(answer.at(entry + "after").isNull()).isTrue();
    }

    @Test
    void foreseesWhoseSeatsItFrees() {
        String asked = "query($id: ID!) { subscription(id: $id) { scheduledChange { orderId"
                + " releases { count users { name } } } } }";
        Map<String, Object> subscription = Map.of(
                "id", GlobalId.of("Subscription", buyer.account(), bought).toString());
        Answer nobody = buyer.client().ask(asked, subscription);
        assertThat(nobody.number("data.subscription.scheduledChange.releases.count"))
                .isZero();
        assertThat(nobody.text("data.subscription.scheduledChange.orderId"))
                .isEqualTo(GlobalId.of("Order", buyer.account(), ordered()).toString());

        List<UserId> users = accounts.addUsers(buyer.account(), 5);
        for (UserId user : users) {
            assign(user);
        }
        signIn(users.get(0));
        Answer two = buyer.client().ask(asked, subscription);
        assertThat(two.number("data.subscription.scheduledChange.releases.count"))
                .isEqualTo(2);
        assertThat(names(two)).as("longest without a sign-in").containsExactly("User 0001", "User 0002");

        db.sql()
                .update(SCHEDULED_CHANGE)
                .set(SCHEDULED_CHANGE.RELEASE_USER_IDS, new UUID[] {users.get(4).value()})
                .set(SCHEDULED_CHANGE.RELEASE_RULE, "LAST_ASSIGNED")
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        assertThat(names(buyer.client().ask(asked, subscription)))
                .as("the user named, then who was assigned last")
                .containsExactly("User 0004", "User 0003");
    }

    @Test
    void doesNotUndoWhatAnImmediateChangeReplaced() {
        test.put(buyer, SeatChangeRequest.of(bought, 6));
        test.place(buyer);
        assertThat(cancel(id(change)).userErrorCodes("cancelScheduledChange"))
                .containsExactly("SCHEDULED_CHANGE_CLOSED");
        assertThat(state()).isEqualTo("SUPERSEDED");
    }

    @Test
    void waitsForTheOrderThatHoldsTheSubscription() {
        OrderId pending = orders.pending(buyer.account());
        db.sql()
                .execute(SubscriptionChanges.hold(
                        buyer.account(), pending, List.of(new SubscriptionHold(bought, 8, 0))));
        Answer held = cancel(id(change));
        assertThat(held.userErrorCodes("cancelScheduledChange")).containsExactly("ORDER_IN_PROGRESS");
        assertThat(held.text("data.cancelScheduledChange.userErrors.0.order.id"))
                .isEqualTo(GlobalId.of("Order", buyer.account(), pending).toString());
        assertThat(held.text("data.cancelScheduledChange.userErrors.0.order.state"))
                .isEqualTo("PENDING_PAYMENT");
        assertThat(held.text("data.cancelScheduledChange.subscription.scheduledChange.id"))
                .isEqualTo(id(change));
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    @Test
    void answersUnknownAndForeignChangesAlike() {
        String unknown = id(new ScheduledChangeId(TimeOrderedUuid.next()));
        Answer nothing = buyer.client().post(CANCEL, Map.of("id", unknown));
        assertThat(nothing.errorCodes()).containsExactly("NOT_FOUND");
        Buyer stranger = test.buyer();
        Answer foreign = stranger.client().post(CANCEL, Map.of("id", id(change)));
        assertThat(foreign.at("errors")).isEqualTo(nothing.at("errors"));
        assertThat(buyer.client()
                        .post(
                                CANCEL,
                                Map.of(
                                        "id",
                                        GlobalId.of("Subscription", buyer.account(), bought)
                                                .toString()))
                        .at("errors"))
                .isEqualTo(nothing.at("errors"));
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    private static List<String> names(Answer answer) {
        return answer.at("data.subscription.scheduledChange.releases.users")
                .valueStream()
                .map(user -> user.path("name").asString())
                .toList();
    }

    private OrderId ordered() {
        return db.sql()
                .select(SCHEDULED_CHANGE.ORDER_ID)
                .from(SCHEDULED_CHANGE)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle(SCHEDULED_CHANGE.ORDER_ID);
    }

    private void assign(UserId user) {
        String assign = "mutation($i: AssignSeatsInput!) { assignSeats(input: $i) { userErrors { code } } }";
        Map<String, Object> input = Map.of(
                "subscriptionId",
                GlobalId.of("Subscription", buyer.account(), bought).toString(),
                "userIds",
                List.of(GlobalId.of("User", buyer.account(), user).toString()),
                "idempotencyKey",
                UUID.randomUUID().toString());
        assertThat(buyer.client().ask(assign, Map.of("i", input)).userErrorCodes("assignSeats"))
                .isEmpty();
    }

    private void signIn(UserId user) {
        db.sql()
                .insertInto(LAST_SIGN_IN)
                .columns(
                        LAST_SIGN_IN.ACCOUNT_ID,
                        LAST_SIGN_IN.USER_ID,
                        LAST_SIGN_IN.PRODUCT_ID,
                        LAST_SIGN_IN.SIGNED_IN_AT)
                .select(select(
                                SUBSCRIPTION.ACCOUNT_ID,
                                val(user, LAST_SIGN_IN.USER_ID),
                                SUBSCRIPTION.PRODUCT_ID,
                                val(Instant.now().plusSeconds(60), LAST_SIGN_IN.SIGNED_IN_AT))
                        .from(SUBSCRIPTION)
                        .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                        .and(SUBSCRIPTION.ID.eq(bought)))
                .execute();
    }

    private Answer cancel(String id) {
        return buyer.client().ask(CANCEL, Map.of("id", id));
    }

    private String id(ScheduledChangeId of) {
        return GlobalId.of("ScheduledChange", buyer.account(), of).toString();
    }

    private String state() {
        return db.sql()
                .select(SCHEDULED_CHANGE.STATE)
                .from(SCHEDULED_CHANGE)
                .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                .and(SCHEDULED_CHANGE.ID.eq(change))
                .fetchSingle(SCHEDULED_CHANGE.STATE);
    }
}
