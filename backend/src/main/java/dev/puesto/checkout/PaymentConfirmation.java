package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.api.IdempotencyKeyReused;
import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.idempotency.IdempotencyKeys;
import dev.puesto.idempotency.KeyState;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.payment.Payment;
import dev.puesto.payment.PaymentAnswer;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.Payments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Asks how the payment of an order stands when its customer is back from the bank. */
@Component
final class PaymentConfirmation {
    private final AccountDb db;
    private final IdempotencyKeys keys;
    private final PaymentGateway gateway;
    private final PaymentOutcome outcome;
    private final CheckoutSettings settings;

    PaymentConfirmation(
            AccountDb db,
            IdempotencyKeys keys,
            PaymentGateway gateway,
            PaymentOutcome outcome,
            CheckoutSettings settings) {
        this.db = db;
        this.keys = keys;
        this.gateway = gateway;
        this.outcome = outcome;
        this.settings = settings;
    }

    /** What the first transaction came to: an answer, or a payment to ask about. */
    private sealed interface Step {
        record Done(CheckoutResult result) implements Step {}

        record Ask(PaymentId payment) implements Step {}
    }

    private record ConfirmedOrder(int version, OrderId orderId) {}

    /**
     * Places or voids the order by what the provider says, or leaves it waiting.
     *
     * @throws Refusal {@code NOT_FOUND} for an order that is not there
     */
    CheckoutResult confirm(Viewer viewer, AccountId account, OrderId order, UUID key) {
        KeyUse use = KeyUse.of(viewer, key, "confirmPayment", order);
        return switch (db.transact(account, transaction -> step(transaction, viewer, order, use))) {
            case Step.Done done -> done.result();
            case Step.Ask ask -> {
                PaymentAnswer answer = gateway.find(ask.payment(), settings.gatewayTimeLimit());
                yield outcome.take(
                        viewer,
                        account,
                        order,
                        ask.payment(),
                        answer,
                        List.of(keys.bindForEver(account, use, order, new ConfirmedOrder(1, order))));
            }
        };
    }

    private static Step step(AccountTransaction transaction, Viewer viewer, OrderId id, KeyUse use) {
        AccountId account = transaction.account();
        List<Result<Record>> read = transaction.fetchTogether(List.of(
                Accounts.locking(viewer, account),
                IdempotencyKeys.finding(account, use),
                Orders.withPlan(account, id),
                Payments.ofOrder(account, id)));
        if (read.getFirst().isEmpty() || read.get(2).isEmpty()) {
            throw Refusal.notFound("input", "orderId");
        }
        if (IdempotencyKeys.read(read.get(1), use) instanceof KeyState.Reused) {
            return new Step.Done(CheckoutResult.Refused.of(new IdempotencyKeyReused()));
        }
        Order order = Orders.read(read.get(2).getFirst());
        List<Payment> payments = read.get(3).map(Payments::read);
        Optional<PaymentId> open = payments.stream()
                .filter(payment -> payment.settledAt() == null)
                .map(Payment::id)
                .findFirst();
        return order.state() == OrderState.PENDING_PAYMENT && open.isPresent()
                ? new Step.Ask(open.get())
                : new Step.Done(PaymentCollection.result(order, payments));
    }
}
