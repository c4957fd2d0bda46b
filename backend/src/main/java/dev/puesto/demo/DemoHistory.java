package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.cart.Cart;
import dev.puesto.cart.CartEdits;
import dev.puesto.checkout.Checkout;
import dev.puesto.checkout.CheckoutCommand;
import dev.puesto.checkout.CheckoutResult;
import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.demo.AccountsFile.DemoChange;
import dev.puesto.demo.AccountsFile.DemoOrder;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.money.Amounts;
import dev.puesto.outbox.OutboxDispatcher;
import dev.puesto.seatquote.Effective;
import dev.puesto.seatquote.Releases;
import dev.puesto.seatquote.SeatChangeRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** What the demo's customers bought: each order through cart and checkout, one after another as the days went by. */
final class DemoHistory {
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(3);
    private static final Duration TIME_TO_WRITE = Duration.ofSeconds(4);

    private final DemoPast past;
    private final JobDb db;
    private final DemoDay day;

    DemoHistory(DemoPast past, JobDb db, DemoDay day) {
        this.past = past;
        this.db = db;
        this.day = day;
    }

    /**
     * One order.
     *
     * @param number its place among the account's orders, from 1
     */
    private record Step(DemoAccount account, int number, DemoOrder order, Instant at) {

        AccountId accountId() {
            return DemoAccounts.account(account.code());
        }
    }

    /** Places all orders that are not there yet. */
    void replay(List<DemoAccount> accounts) {
        List<Step> steps = new ArrayList<>();
        for (DemoAccount account : accounts) {
            for (int i = 0; i < account.orders().size(); i++) {
                DemoOrder order = account.orders().get(i);
                Instant at = day.before(order.daysAgo(), ZoneId.of(account.timeZone()), steps.size());
                steps.add(new Step(account, i + 1, order, at));
            }
        }
        steps.stream()
                .sorted(Comparator.comparing(Step::at))
                .filter(step -> !isDone(step))
                .forEach(this::place);
    }

    private boolean isDone(Step step) {
        return db.sql()
                .fetchExists(ACCOUNT, ACCOUNT.ACCOUNT_ID.eq(step.accountId()).and(ACCOUNT.LAST_ORDER_NUMBER.ge((long)
                        step.number())));
    }

    private void place(Step step) {
        Viewer buyer = buyer(step.account());
        past.moveTo(step.at().minus(TIME_TO_PAY));
        Cart cart = fill(step, buyer);
        past.moveTo(step.at());
        CurrencyUnit currency = CurrencyUnit.of(step.account().currency());
        CheckoutCommand command = new CheckoutCommand(
                step.accountId(), cart.cartId(), null, Amounts.ofMinor(currency, Amounts.MAXIMUM_MINOR), null, null);
        CheckoutResult result = past.get(Checkout.class)
                .place(buyer, command, DemoIds.of("checkout", step.account().code() + "/" + step.number()));
        switch (result) {
            case CheckoutResult.Ordered ordered -> tell(step);
            case CheckoutResult.Refused refused ->
                throw new IllegalStateException(
                        "Order " + step.number() + " of " + step.account().code() + ": " + refused.errors());
        }
    }

    private void tell(Step step) {
        past.moveTo(step.at().plus(TIME_TO_WRITE));
        past.get(OutboxDispatcher.class).dispatchDue();
    }

    private Cart fill(Step step, Viewer buyer) {
        CartEdits edits = past.get(CartEdits.class);
        step.order()
                .changes()
                .forEach(change -> cart(edits.setLine(buyer, step.accountId(), request(step, change), null)));
        String reference = step.order().purchaseOrderNumber();
        return cart(edits.setDetails(buyer, step.accountId(), null, before -> reference, before -> before));
    }

    private static Cart cart(CartEdits.Outcome outcome) {
        return switch (outcome) {
            case CartEdits.Outcome.Edited edited -> edited.cart();
            case CartEdits.Outcome.Refused refused ->
                throw new IllegalStateException("A demo cart was refused: " + refused.error());
        };
    }

    private SeatChangeRequest request(Step step, DemoChange change) {
        Effective effective = change.effective() == null ? null : Effective.valueOf(change.effective());
        return change.plan() != null
                ? SeatChangeRequest.of(DemoCatalog.plan(change.plan()), change.seats())
                : new SeatChangeRequest(
                        subscription(step.accountId(), change.product()),
                        null,
                        change.seats(),
                        effective,
                        null,
                        Releases.NONE);
    }

    private SubscriptionId subscription(AccountId account, String product) {
        return db.sql()
                .select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT_ID.eq(account))
                .and(SUBSCRIPTION.PRODUCT_ID.eq(DemoCatalog.product(product)))
                .and(SUBSCRIPTION.STATUS.ne("ENDED"))
                .fetchSingle(SUBSCRIPTION.ID);
    }

    /** The first contact, who buys for every account of the demo. */
    private static Viewer buyer(DemoAccount account) {
        String email = account.contacts().getFirst().email();
        return new Viewer.Person(
                DemoPeople.person(email),
                email,
                false,
                null,
                EnumSet.allOf(Scope.class),
                Set.of(Scope.BILLING_READ, Scope.BILLING_WRITE));
    }
}
