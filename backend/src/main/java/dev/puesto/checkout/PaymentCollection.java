package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.payment.Payment;
import dev.puesto.payment.PaymentAnswer;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.PaymentState;
import dev.puesto.payment.Payments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Collects the payment of an order that waits for it, outside of any transaction and for a bounded time. */
@Component
final class PaymentCollection {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final AccountDb db;
    private final PaymentGateway gateway;
    private final PaymentOutcome outcome;
    private final CheckoutSettings settings;

    PaymentCollection(AccountDb db, PaymentGateway gateway, PaymentOutcome outcome, CheckoutSettings settings) {
        this.db = db;
        this.gateway = gateway;
        this.outcome = outcome;
        this.settings = settings;
    }

    /** Asks the provider for the money and takes its answer. */
    CheckoutResult collect(Viewer viewer, Attempt.Collect collect) {
        PaymentAnswer answer = gateway.charge(collect.charge(), settings.gatewayTimeLimit());
        return outcome.take(viewer, collect.account(), collect.order().orderId(), collect.payment(), answer, List.of());
    }

    /** Waits a little for an order whose payment is under way, and answers how it stands then. */
    CheckoutResult await(Order order) {
        long until = System.nanoTime() + settings.replayWait().toNanos();
        while (true) {
            Standing standing = standing(order.accountId(), order.orderId());
            if (!standing.underWay() || System.nanoTime() >= until || !rested()) {
                return result(standing.order(), standing.payments());
            }
        }
    }

    private record Standing(Order order, List<Payment> payments) {

        /** Whether its end may come any moment; one that waits for its customer takes its time. */
        boolean underWay() {
            return order.state() == OrderState.PENDING_PAYMENT
                    && payments.stream().noneMatch(payment -> payment.state() == PaymentState.REQUIRES_ACTION);
        }
    }

    private Standing standing(AccountId account, OrderId order) {
        return db.transact(account, transaction -> standing(transaction, order));
    }

    private static Standing standing(AccountTransaction transaction, OrderId order) {
        List<Result<Record>> read = transaction.fetchTogether(
                List.of(Orders.withPlan(transaction.account(), order), Payments.ofOrder(transaction.account(), order)));
        return new Standing(
                Orders.read(read.getFirst().getFirst()), read.getLast().map(Payments::read));
    }

    /** How an order stands, as its checkout answers it. */
    static CheckoutResult result(Order order, List<Payment> payments) {
        Optional<String> declineCode = payments.stream()
                .filter(payment -> payment.state() == PaymentState.DECLINED)
                .map(Payment::declineCode)
                .findFirst();
        return order.voidReason() == VoidReason.DECLINED && declineCode.isPresent()
                ? CheckoutResult.Refused.of(new PaymentDeclined(declineCode.get()))
                : new CheckoutResult.Ordered(order);
    }

    private static boolean rested() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
