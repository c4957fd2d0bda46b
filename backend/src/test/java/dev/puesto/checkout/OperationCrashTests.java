package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.ASSIGNMENT;
import static dev.puesto.jooq.Tables.PAYMENT;
import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.CuttingProxy.Cut;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.EntityId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PlanId;
import dev.puesto.id.ScheduledChangeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/**
 * Cuts the database's connection before and after every statement of what moves seats or money beside a checkout; the same
 * request again, or the job's next run, has its effect once.
 */
@PuestoTest
@ContextConfiguration(initializers = CheckoutCrashTests.BehindAProxy.class)
class OperationCrashTests {
    private static final CuttingProxy PROXY = CheckoutCrashTests.PROXY;

    /** Most statements that an operation has, so that a test that never ends is seen. */
    private static final int STATEMENTS_MAX = 120;

    /** Fewest that one has, so that a proxy that cuts nothing is seen. */
    private static final int STATEMENTS_MIN = 3;

    private static final int SEATS = 250;

    /** What the second request to undo a scheduled change is told, which has no key. */
    private static final String UNDONE = "SCHEDULED_CHANGE_CLOSED";

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    OrderRecovery recovery;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;

    Iterator<UserId> users;

    /** Something that can be cut. */
    private interface Operation {
        /** Does it, and does it again after a cut. */
        void run();

        /** Its effect, as often as it is there; one each time that it is done. */
        int effects();
    }

    @BeforeEach
    void aBuyer() {
        buyer = test.buyer();
        buyer.client().token();
    }

    @AfterEach
    void mend() {
        PROXY.disarm();
    }

    @Test
    void aSeatIsAssignedOnce() {
        SubscriptionId subscription = bought();
        cutEverywhere(() -> {
            UserId user = user();
            return request("assignSeats", seats(subscription, user), () -> seatsOf(subscription, user, true));
        });
    }

    @Test
    void aSeatIsReleasedOnce() {
        SubscriptionId subscription = bought();
        cutEverywhere(() -> {
            UserId user = seated(subscription);
            return request("releaseSeats", seats(subscription, user), () -> seatsOf(subscription, user, false));
        });
    }

    @Test
    void aSeatIsTransferredOnce() {
        SubscriptionId subscription = bought();
        cutEverywhere(() -> {
            UserId from = seated(subscription);
            UserId to = user();
            Map<String, Object> input = input("subscriptionId", "Subscription", subscription);
            input.put("from", Map.of("id", global("User", from)));
            input.put("to", Map.of("id", global("User", to)));
            return request(
                    "transferSeat", input, () -> seatsOf(subscription, from, false) * seatsOf(subscription, to, true));
        });
    }

    @Test
    void aUserIsDeactivatedOnceAndLosesTheSeat() {
        SubscriptionId subscription = bought();
        cutEverywhere(() -> {
            UserId user = seated(subscription);
            return request(
                    "deactivateUser",
                    input("userId", "User", user),
                    () -> seatsOf(subscription, user, false)
                            * db.sql()
                                    .fetchCount(
                                            ACCOUNT_USER,
                                            ACCOUNT_USER.ACCOUNT_ID.eq(buyer.account()),
                                            ACCOUNT_USER.ID.eq(user),
                                            ACCOUNT_USER.STATUS.eq("DEACTIVATED")));
        });
    }

    @Test
    void aScheduledChangeIsCanceledOnce() {
        SubscriptionId subscription = bought();
        cutEverywhere(() -> {
            test.put(
                    buyer,
                    new SeatChangeRequest(subscription, null, SEATS - 1, Effective.AT_RENEWAL, null, Releases.NONE));
            test.place(buyer);
            ScheduledChangeId change = db.sql()
                    .select(SCHEDULED_CHANGE.ID)
                    .from(SCHEDULED_CHANGE)
                    .where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()))
                    .and(SCHEDULED_CHANGE.STATE.eq("SCHEDULED"))
                    .fetchSingle(SCHEDULED_CHANGE.ID);
            Map<String, Object> input = Map.of("scheduledChangeId", global("ScheduledChange", change));
            return request(
                    "cancelScheduledChange",
                    input,
                    () -> db.sql()
                            .fetchCount(
                                    SCHEDULED_CHANGE,
                                    SCHEDULED_CHANGE.ACCOUNT_ID.eq(buyer.account()),
                                    SCHEDULED_CHANGE.ID.eq(change),
                                    SCHEDULED_CHANGE.STATE.eq("CANCELED")));
        });
    }

    @Test
    void aPaymentThatItsCustomerConfirmedPlacesTheOrderOnce() {
        PlanId plan = offers.offer().plan();
        cutEverywhere(() -> {
            OrderId order = waiting(plan, "sandbox_authentication_required");
            db.sql()
                    .execute(
                            "update sandbox_charge set state = 'SUCCEEDED' where account_id = {0}",
                            DSL.val(buyer.account().value()));
            return request("confirmPayment", input("orderId", "Order", order), this::placed);
        });
    }

    @Test
    void recoveryPlacesAnOrderOnce() {
        PlanId plan = offers.offer().plan();
        cutEverywhere(() -> {
            waiting(plan, "sandbox_unknown_for_an_hour");
            db.sql()
                    .execute(
                            "update sandbox_charge set silent_until = null where account_id = {0}",
                            DSL.val(buyer.account().value()));
            return operation(this::recover, this::placed);
        });
    }

    private void cutEverywhere(Supplier<Operation> prepared) {
        int statement = 0;
        boolean reached = true;
        while (reached) {
            statement++;
            assertThat(statement).isLessThan(STATEMENTS_MAX);
            reached = cut(prepared.get(), statement, false);
            reached |= cut(prepared.get(), statement, true);
        }
        assertThat(statement).isGreaterThan(STATEMENTS_MIN);
    }

    /** Whether the operation had so many statements. */
    private boolean cut(Operation operation, int statement, boolean after) {
        String where = (after ? "after" : "before") + " statement " + statement;
        Cut cut = Cut.at(statement, after);
        PROXY.arm(cut);
        try {
            operation.run();
        } catch (RuntimeException | AssertionError e) {
            where += ": " + e;
        }
        PROXY.disarm();
        operation.run();
        assertThat(operation.effects()).as(where).isOne();
        assertThat(invariants.violations(buyer.account().value().toString()))
                .as(where)
                .isEmpty();
        return cut.happened();
    }

    private Operation request(String mutation, Map<String, Object> input, Supplier<Integer> effects) {
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input!";
        String document = "mutation($input: " + type + ") { " + mutation + "(input: $input) { userErrors { code } } }";
        return operation(
                () -> {
                    Answer answer = buyer.client().ask(document, Map.of("input", input));
                    assertThat(answer.userErrorCodes(mutation)).isSubsetOf(UNDONE);
                },
                effects);
    }

    private static Operation operation(Runnable work, Supplier<Integer> effects) {
        return new Operation() {
            @Override
            public void run() {
                work.run();
            }

            @Override
            public int effects() {
                return effects.get();
            }
        };
    }

    private SubscriptionId bought() {
        users = accounts.addUsers(buyer.account(), SEATS).iterator();
        return test.buy(buyer, SEATS, offers.offer().plan()).getFirst();
    }

    private UserId user() {
        return users.next();
    }

    private UserId seated(SubscriptionId subscription) {
        UserId user = user();
        request("assignSeats", seats(subscription, user), () -> 1).run();
        return user;
    }

    /** An order of a buyer of its own that waits for its payment. */
    private OrderId waiting(PlanId plan, String token) {
        aBuyer();
        test.put(buyer, SeatChangeRequest.of(plan, 3));
        test.begin(buyer, token);
        return db.sql()
                .select(ACCOUNT_ORDER.ID)
                .from(ACCOUNT_ORDER)
                .where(ACCOUNT_ORDER.ACCOUNT_ID.eq(buyer.account()))
                .fetchSingle(ACCOUNT_ORDER.ID);
    }

    private int placed() {
        return db.sql()
                .fetchCount(
                        ACCOUNT_ORDER,
                        ACCOUNT_ORDER.ACCOUNT_ID.eq(buyer.account()),
                        ACCOUNT_ORDER.STATE.eq(OrderState.PLACED.name()));
    }

    /** The user's seats in the subscription, live ones or released ones. */
    private int seatsOf(SubscriptionId subscription, UserId user, boolean live) {
        return db.sql()
                .fetchCount(
                        ASSIGNMENT,
                        ASSIGNMENT.ACCOUNT_ID.eq(buyer.account()),
                        ASSIGNMENT.SUBSCRIPTION_ID.eq(subscription),
                        ASSIGNMENT.USER_ID.eq(user),
                        live ? ASSIGNMENT.RELEASED_AT.isNull() : ASSIGNMENT.RELEASED_AT.isNotNull());
    }

    private Map<String, Object> seats(SubscriptionId subscription, UserId user) {
        Map<String, Object> input = input("subscriptionId", "Subscription", subscription);
        input.put("userIds", List.of(global("User", user)));
        return input;
    }

    /** An input with that id and a key of its own. */
    private Map<String, Object> input(String name, String type, EntityId id) {
        Map<String, Object> input = new HashMap<>();
        input.put(name, global(type, id));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return input;
    }

    private String global(String type, EntityId id) {
        return GlobalId.of(type, buyer.account(), id).toString();
    }

    /** Makes the buyer's unsettled payment due, as time would, and lets the job run. */
    private void recover() {
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.ASK_AGAIN_AT, Instant.EPOCH)
                .where(PAYMENT.ACCOUNT_ID.eq(buyer.account()))
                .and(PAYMENT.SETTLED_AT.isNull())
                .execute();
        recovery.recoverDue();
    }
}
