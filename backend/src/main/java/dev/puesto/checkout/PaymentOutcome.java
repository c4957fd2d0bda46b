package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.audit.Audit;
import dev.puesto.audit.Change;
import dev.puesto.cart.Carts;
import dev.puesto.document.OrderMoney;
import dev.puesto.document.Settlement;
import dev.puesto.document.Settlements;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.ledger.Funds;
import dev.puesto.ledger.Ledger;
import dev.puesto.ledger.LedgerEntry.Cause;
import dev.puesto.ledger.Postings;
import dev.puesto.outbox.Outbox;
import dev.puesto.payment.Payment;
import dev.puesto.payment.PaymentAnswer;
import dev.puesto.payment.PaymentState;
import dev.puesto.payment.Payments;
import dev.puesto.seat.OrderedReleases;
import dev.puesto.subscription.SubscriptionChanges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/**
 * What an answer of the payment provider makes of an order: a transaction that places it, voids it, or lets it wait on.
 * Whoever got the answer, and however often it comes, the effect is the same once.
 */
@Component
final class PaymentOutcome {
    private static final Viewer SYSTEM = new Viewer.System("checkout");

    private final AccountDb db;
    private final Accounts accounts;
    private final OrderWriter writer;
    private final Outbox outbox;
    private final CheckoutSettings settings;
    private final Clock clock;

    PaymentOutcome(
            AccountDb db,
            Accounts accounts,
            OrderWriter writer,
            Outbox outbox,
            CheckoutSettings settings,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.writer = writer;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything that one transaction works on. */
    private record Work(
            AccountTransaction transaction,
            Viewer viewer,
            LockedAccount locked,
            AccountState state,
            List<Settlement> unsettled,
            Order order,
            OrderPlan plan,
            Map<SubscriptionId, List<UserId>> marked,
            Funds held,
            Payment payment,
            PaymentAnswer answer,
            List<Query> bound) {

        AccountId accountId() {
            return order.accountId();
        }
    }

    /**
     * Takes an answer.
     *
     * @param viewer on whose behalf, as the audit trail shows it
     * @param bound statements to be written with an effect that the answer has
     * @return the order as it is then, with the payment's state
     */
    CheckoutResult take(
            Viewer viewer,
            AccountId account,
            OrderId order,
            PaymentId payment,
            PaymentAnswer answer,
            List<Query> bound) {
        return db.transact(account, transaction -> {
            Work work = read(transaction, viewer, order, payment, answer, bound);
            return switch (work.order().state()) {
                case PENDING_PAYMENT -> pending(work);
                case PLACED -> PaymentCollection.result(work.order(), List.of(work.payment()));
                case VOIDED -> voided(work);
            };
        });
    }

    /** When the provider is asked next: after as long as it has been asked already, within limits. */
    Instant nextQuestion(Payment payment) {
        Instant now = clock.instant();
        Duration waited = Duration.between(Objects.requireNonNullElse(payment.askedAt(), now), now);
        Duration pause = waited.compareTo(settings.firstQuestionAfter()) < 0 ? settings.firstQuestionAfter() : waited;
        return now.plus(pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause());
    }

    private Work read(
            AccountTransaction transaction,
            Viewer viewer,
            OrderId order,
            PaymentId payment,
            PaymentAnswer answer,
            List<Query> bound) {
        AccountId account = transaction.account();
        List<Result<Record>> read = transaction.fetchTogether(List.of(
                Accounts.locking(SYSTEM, account),
                AccountState.of(SYSTEM, account),
                Settlements.unsettled(account),
                Orders.withPlanAndMarked(account, order),
                Ledger.heldBy(account, order),
                Payments.of(account, payment)));
        LockedAccount locked = accounts.locked(read.getFirst().getFirst());
        Record orderRow = read.get(3).getFirst();
        return new Work(
                transaction,
                viewer,
                locked,
                AccountState.read(read.get(1).getFirst(), locked.account()),
                read.get(2).map(Settlements::read),
                Orders.read(orderRow),
                Orders.readPlan(orderRow),
                OrderedReleases.readMarked(orderRow),
                Ledger.readHeld(read.get(4).getFirst()),
                Payments.read(read.get(5).getFirst()),
                answer,
                bound);
    }

    private CheckoutResult pending(Work work) {
        return switch (work.answer()) {
            case PaymentAnswer.Succeeded ignored -> place(work);
            case PaymentAnswer.Declined declined -> decline(work, declined);
            case PaymentAnswer.Canceled ignored ->
                voidIt(work, work.payment().cancelRequestedAt() == null ? VoidReason.CANCELED : VoidReason.EXPIRED);
            case PaymentAnswer.ActionRequired ignored -> waitOn(work);
            case PaymentAnswer.Pending ignored -> waitOn(work);
            case PaymentAnswer.NotFound ignored -> waitOn(work);
            case PaymentAnswer.Unknown ignored -> waitOn(work);
        };
    }

    private CheckoutResult place(Work work) {
        Order placed = work.order().placed(work.locked().now());
        List<Query> first = new ArrayList<>(work.bound());
        first.add(answered(work));
        first.add(Carts.checkOut(work.accountId(), placed.cartId(), placed.orderId()));
        Order settled = writer.place(
                work.transaction(),
                new OrderWriter.Placing(
                        work.viewer(),
                        work.locked(),
                        work.state(),
                        work.unsettled(),
                        placed,
                        work.plan(),
                        work.held(),
                        true,
                        new OrderMoney.Collected(
                                work.payment().id(), work.payment().amount().getAmountMinorLong()),
                        first,
                        releases(work, placed),
                        work.marked()));
        return new CheckoutResult.Ordered(settled);
    }

    private static List<Query> releases(Work work, Order placed) {
        return work.marked().isEmpty()
                ? List.of()
                : OrderedReleases.releaseMarked(
                        work.accountId(), placed.orderId(), work.locked().now(), placed.placedBy());
    }

    private CheckoutResult decline(Work work, PaymentAnswer.Declined declined) {
        voidIt(work, VoidReason.DECLINED);
        return CheckoutResult.Refused.of(new PaymentDeclined(declined.code()));
    }

    private CheckoutResult voidIt(Work work, VoidReason reason) {
        Order order = work.order();
        AccountId account = order.accountId();
        Instant now = work.locked().now();
        List<Query> writes = new ArrayList<>(work.bound());
        writes.add(answered(work));
        writes.add(OrderStatements.voidIt(account, order.orderId(), reason, now));
        writes.add(Carts.reopen(account, order.cartId()));
        writes.add(SubscriptionChanges.letGo(account, order.orderId()));
        writes.add(OrderedReleases.unmark(account, order.orderId()));
        writes.addAll(Ledger.post(
                account,
                order.currency(),
                now,
                new Postings()
                        .holdReturns(Cause.of(order.orderId()), work.held())
                        .entries()));
        writes.add(Audit.append(
                work.viewer(),
                account,
                now,
                new Change("ORDER_VOIDED", Order.TYPE, order.orderId(), null, new Voided(reason))));
        writes.add(outbox.append(account, new OrderVoided(order.orderId())));
        work.transaction().finish(writes);
        return new CheckoutResult.Ordered(order.voided(reason, now));
    }

    private CheckoutResult waitOn(Work work) {
        List<Query> writes = new ArrayList<>(List.of(answered(work)));
        audited(work)
                .ifPresent(change -> writes.add(Audit.append(
                        work.viewer(), work.accountId(), work.locked().now(), change)));
        work.transaction().finish(writes);
        return new CheckoutResult.Ordered(work.order());
    }

    /** How the trail shows that the payment begins, or ceases, to wait for the customer. */
    private static Optional<Change> audited(Work work) {
        PaymentState before = work.payment().state();
        PaymentState after = switch (work.answer()) {
            case PaymentAnswer.ActionRequired ignored -> PaymentState.REQUIRES_ACTION;
            case PaymentAnswer.Pending ignored -> PaymentState.PENDING;
            default -> before;
        };
        return after == before
                ? Optional.empty()
                : Optional.of(new Change(
                        "ORDER_PAYMENT_STATE_CHANGED",
                        Order.TYPE,
                        work.order().orderId(),
                        Map.of("state", before),
                        Map.of("state", after)));
    }

    /** Money that comes for an order that was given up goes to the balance, once. */
    private CheckoutResult voided(Work work) {
        boolean late = work.answer() instanceof PaymentAnswer.Succeeded
                && work.payment().state() != PaymentState.SUCCEEDED;
        if (late) {
            AccountId account = work.accountId();
            Instant now = work.locked().now();
            Cause cause = Cause.of(work.order().orderId()).with(work.payment().id());
            List<Query> writes = new ArrayList<>(work.bound());
            writes.add(answered(work));
            writes.addAll(Ledger.post(
                    account,
                    work.order().currency(),
                    now,
                    new Postings()
                            .paymentToBalance(cause, work.payment().amount().getAmountMinorLong())
                            .entries()));
            writes.add(Audit.append(
                    work.viewer(),
                    account,
                    now,
                    new Change(
                            "LATE_PAYMENT_CREDITED",
                            Order.TYPE,
                            work.order().orderId(),
                            null,
                            work.payment().amount())));
            writes.add(outbox.append(
                    account,
                    new LatePaymentCredited(
                            work.order().orderId(), work.payment().id())));
            work.transaction().finish(writes);
        }
        return PaymentCollection.result(work.order(), List.of(work.payment()));
    }

    private Query answered(Work work) {
        return Payments.answered(
                work.accountId(),
                work.payment().id(),
                work.answer(),
                work.locked().now(),
                nextQuestion(work.payment()));
    }

    private record Voided(VoidReason reason) {}
}
