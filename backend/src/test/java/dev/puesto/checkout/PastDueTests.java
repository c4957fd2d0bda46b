package dev.puesto.checkout;

import static dev.puesto.jooq.Tables.AUDIT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.Invariants;
import dev.puesto.PuestoTest;
import dev.puesto.checkout.TestCheckout.Buyer;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.seatquote.SeatChangeRequest;
import dev.puesto.subscription.TestSubscriptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Subscriptions whose invoice is open because it was too small to be collected by itself, and which became past due. */
@PuestoTest
class PastDueTests {

    @Autowired
    TestCheckout test;

    @Autowired
    TestSubscriptions offers;

    @Autowired
    Invariants invariants;

    @Autowired
    JobDb db;

    Buyer buyer;

    @BeforeEach
    void aBuyer() {
        buyer = test.buyer();
    }

    @AfterEach
    void invariantsHold() {
        invariants.hold(buyer.account().value().toString());
    }

    @Test
    void anOrderThatPaysWhatSeveralSubscriptionsOweBringsEachIntoOrder() {
        SubscriptionId grown = owing();
        SubscriptionId other = owing();
        test.put(buyer, SeatChangeRequest.of(grown, 50));
        test.checkOut(buyer, "sandbox_success");
        assertThat(status(grown)).isEqualTo("ACTIVE");
        assertThat(status(other)).isEqualTo("ACTIVE");
        assertThat(trail())
                .containsExactlyInAnyOrder(
                        grown.value().toString(), other.value().toString());
        assertThat(trail("INVOICE_PAID")).hasSize(2);
    }

    @Test
    void anOrderThatIsDeclinedLeavesThemPastDue() {
        SubscriptionId grown = owing();
        SubscriptionId other = owing();
        test.put(buyer, SeatChangeRequest.of(grown, 50));
        test.checkOut(buyer, "sandbox_insufficient_funds");
        assertThat(status(grown)).isEqualTo("PAST_DUE");
        assertThat(status(other)).isEqualTo("PAST_DUE");
        assertThat(trail()).isEmpty();
    }

    @Test
    void aCreditThatSettlesWhatOneSubscriptionOwesLeavesTheOthersPastDue() {
        SubscriptionId reduced = owing();
        SubscriptionId other = owing();
        test.put(buyer, SeatChangeRequest.of(reduced, 1));
        test.checkOut(buyer, "sandbox_success");
        assertThat(status(reduced)).isEqualTo("ACTIVE");
        assertThat(status(other)).isEqualTo("PAST_DUE");
    }

    @Test
    void aSubscriptionThatEndsWithWhatItOwesIsNotBroughtIntoOrder() {
        SubscriptionId canceled = owing();
        test.put(buyer, SeatChangeRequest.of(canceled, 0));
        test.checkOut(buyer, "sandbox_success");
        assertThat(status(canceled)).isEqualTo("ENDED");
        assertThat(trail()).isEmpty();
    }

    private SubscriptionId owing() {
        SubscriptionId bought = test.buy(buyer, 2, offers.offer(20).plan()).getFirst();
        db.sql()
                .update(SUBSCRIPTION)
                .set(SUBSCRIPTION.STATUS, "PAST_DUE")
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .execute();
        return bought;
    }

    private String status(SubscriptionId subscription) {
        return db.sql()
                .select(SUBSCRIPTION.STATUS)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(buyer.account()))
                .and(SUBSCRIPTION.ID.eq(subscription))
                .fetchSingle(SUBSCRIPTION.STATUS);
    }

    private List<String> trail() {
        return trail("SUBSCRIPTION_PAID_UP");
    }

    private List<String> trail(String action) {
        return db.sql()
                .select(AUDIT.SUBJECT_ID)
                .from(AUDIT)
                .where(AUDIT.ACCOUNT_ID.eq(buyer.account()))
                .and(AUDIT.ACTION.eq(action))
                .fetch(row -> row.value1().toString());
    }
}
