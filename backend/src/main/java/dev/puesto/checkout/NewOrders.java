package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.cart.Cart;
import dev.puesto.cart.Carts;
import dev.puesto.document.Settlement;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.ledger.Funds;
import dev.puesto.ledger.Ledger;
import dev.puesto.ledger.LedgerEntry.Cause;
import dev.puesto.ledger.Postings;
import dev.puesto.payment.Payment;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.PaymentMethod;
import dev.puesto.payment.PaymentState;
import dev.puesto.payment.Payments;
import dev.puesto.seat.OrderedReleases;
import dev.puesto.subscription.SubscriptionChanges;
import dev.puesto.subscription.SubscriptionHold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a new order: placed at once, or waiting for its payment with all that it holds until then. */
@Component
final class NewOrders {
    private final OrderWriter writer;
    private final IdempotencyKeys keys;
    private final PaymentGateway gateway;
    private final CheckoutSettings settings;
    private final Clock clock;

    NewOrders(
            OrderWriter writer, IdempotencyKeys keys, PaymentGateway gateway, CheckoutSettings settings, Clock clock) {
        this.writer = writer;
        this.keys = keys;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An order that can be placed.
     *
     * @param unsettled every invoice of the account that is not paid
     * @param keeping the statements that keep the payment method that it brings as the default
     */
    record Draft(
            Viewer viewer,
            LockedAccount locked,
            AccountState state,
            List<Settlement> unsettled,
            Cart cart,
            OrderPlan plan,
            OrderId orderId,
            KeyUse use,
            List<Query> keeping) {

        private AccountId accountId() {
            return locked.account().accountId();
        }

        private Order order(OrderState state, @Nullable Instant placedAt) {
            Account account = locked.account();
            return new Order(
                    account.accountId(),
                    orderId,
                    this.state.lastOrderNumber() + 1,
                    cart.cartId(),
                    state,
                    null,
                    viewer.actor(),
                    account.currency(),
                    plan.asOf(),
                    locked.now(),
                    placedAt,
                    null,
                    plan.amounts(),
                    cart.purchaseOrderNumber());
        }
    }

    /** What is kept under the order's key; its answer is the order's present state. */
    private record BoundOrder(int version, OrderId orderId) {}

    /** Places an order of which nothing is collected now, and commits. */
    Attempt placeNow(AccountTransaction transaction, Draft draft) {
        Order order = draft.order(OrderState.PLACED, draft.locked().now());
        List<Query> first = common(draft, order);
        first.add(Carts.checkOut(order.accountId(), order.cartId(), order.orderId()));
        writer.place(
                transaction,
                new OrderWriter.Placing(
                        draft.viewer(),
                        draft.locked(),
                        draft.state(),
                        draft.unsettled(),
                        order,
                        draft.plan(),
                        Funds.availableOf(draft.state().balance()),
                        false,
                        null,
                        first,
                        OrderedReleases.release(
                                order.accountId(),
                                draft.locked().now(),
                                order.placedBy(),
                                OrderWriter.releases(draft.plan())),
                        OrderWriter.released(draft.plan())));
        return new Attempt.Done(new CheckoutResult.Ordered(order));
    }

    /** Lets an order wait for its payment, and commits. */
    Attempt awaitPayment(AccountTransaction transaction, Draft draft, PaymentMethod method, Money due) {
        Order order = draft.order(OrderState.PENDING_PAYMENT, null);
        Payment payment = payment(draft, method, due);
        List<Query> writes = common(draft, order);
        writes.add(Carts.hold(order.accountId(), order.cartId(), order.orderId()));
        writes.addAll(holds(draft));
        writes.add(Payments.begin(draft.accountId(), payment, gateway.name()));
        writes.add(Audit.append(
                draft.viewer(),
                draft.accountId(),
                draft.locked().now(),
                new Change("ORDER_PAYMENT_AWAITED", Order.TYPE, draft.orderId(), null, order.amounts())));
        transaction.finish(writes);
        return new Attempt.Collect(
                order, new PaymentGateway.Charge(draft.accountId(), payment.id(), due, method.token()));
    }

    private List<Query> common(Draft draft, Order order) {
        AccountId account = draft.accountId();
        List<Query> writes = new ArrayList<>();
        writes.add(OrderStatements.insert(
                order, draft.state().email(), draft.state().locale(), draft.plan()));
        writes.add(OrderStatements.insertLines(account, order.orderId(), draft.plan()));
        writes.add(Accounts.countOrder(account, order.number()));
        writes.add(keys.bindForEver(account, draft.use(), order.orderId(), new BoundOrder(1, order.orderId())));
        writes.addAll(draft.keeping());
        return writes;
    }

    private static List<Query> holds(Draft draft) {
        AccountId account = draft.accountId();
        List<Query> writes = new ArrayList<>();
        List<SubscriptionHold> holds = draft.plan().changes().stream()
                .filter(change -> !change.begins())
                .map(change -> new SubscriptionHold(
                        change.subscriptionId(),
                        change.seatsThen(),
                        change.releases().size()))
                .toList();
        if (!holds.isEmpty()) {
            writes.add(SubscriptionChanges.hold(account, draft.orderId(), holds));
        }
        writes.addAll(OrderedReleases.mark(account, draft.orderId(), OrderWriter.releases(draft.plan())));
        Funds funds = Funds.availableOf(draft.state().balance())
                .atMost(draft.plan().amounts().balanceAppliedMinor());
        writes.addAll(Ledger.post(
                account,
                draft.locked().account().currency(),
                draft.locked().now(),
                new Postings().hold(Cause.of(draft.orderId()), funds).entries()));
        return writes;
    }

    private Payment payment(Draft draft, PaymentMethod method, Money due) {
        Instant asked = clock.instant();
        return new Payment(
                new PaymentId(TimeOrderedUuid.next()),
                draft.orderId(),
                method.paymentMethodId(),
                due,
                PaymentState.PENDING,
                null,
                null,
                null,
                draft.locked().now(),
                null,
                asked,
                asked.plus(settings.firstQuestionAfter()),
                null);
    }
}
