package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.account.Accounts;
import dev.puesto.account.LockedAccount;
import dev.puesto.id.AccountId;
import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.AccountTransaction;
import dev.puesto.payment.DuePayments;
import dev.puesto.payment.DuePayments.DuePayment;
import dev.puesto.payment.Payment;
import dev.puesto.payment.PaymentAnswer;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.PaymentNoticeListener;
import dev.puesto.payment.Payments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Settles orders whose payment nobody saw end: after a crash, a lost answer, a customer who never came back. It asks the
 * provider again with the same payment id, so that nothing is charged twice; no answer is no decline. An order that
 * waited too long is voided once the provider confirmed that it gave the payment up.
 */
@Component
final class OrderRecovery implements PaymentNoticeListener {
    private static final Logger LOG = LoggerFactory.getLogger(OrderRecovery.class);
    private static final Viewer SYSTEM = new Viewer.System("order recovery");

    private final AccountDb db;
    private final DuePayments due;
    private final Accounts accounts;
    private final PaymentGateway gateway;
    private final PaymentOutcome outcome;
    private final CheckoutSettings settings;
    private final Clock clock;

    OrderRecovery(
            AccountDb db,
            DuePayments due,
            Accounts accounts,
            PaymentGateway gateway,
            PaymentOutcome outcome,
            CheckoutSettings settings,
            Clock clock) {
        this.db = db;
        this.due = due;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcome = outcome;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks about every payment that is due; a failure of one holds up no other. */
    void recoverDue() {
        for (DuePayment payment : due.due(clock.instant(), settings.recoveryBatch())) {
            try {
                recover(payment.account(), payment.payment());
            } catch (RuntimeException e) {
                LOG.warn(
                        "Payment {} could not be settled yet", payment.payment().value(), e);
            }
        }
    }

    @Override
    public void paymentChanged(AccountId account, PaymentId payment) {
        order(account, payment)
                .ifPresent(order -> take(account, order, payment, gateway.find(payment, settings.gatewayTimeLimit())));
    }

    /** What to ask about a payment of an order. */
    private record Question(OrderId order, PaymentGateway.Charge charge, boolean giveUp) {}

    private void recover(AccountId account, PaymentId payment) {
        db.transact(account, transaction -> question(transaction, payment)).ifPresent(question -> {
            PaymentAnswer answer =
                    question.giveUp() ? gateway.cancel(payment, settings.gatewayTimeLimit()) : ask(question);
            take(account, question.order(), payment, answer);
        });
    }

    /** How the payment stands; one that the provider never got is sent again, under the same id. */
    private PaymentAnswer ask(Question question) {
        PaymentAnswer found = gateway.find(question.charge().payment(), settings.gatewayTimeLimit());
        return found instanceof PaymentAnswer.NotFound
                ? gateway.charge(question.charge(), settings.gatewayTimeLimit())
                : found;
    }

    /** Claims the question by putting off the next one; empty if another instance had the answer meanwhile. */
    private Optional<Question> question(AccountTransaction transaction, PaymentId id) {
        AccountId account = transaction.account();
        List<Result<Record>> read = transaction.fetchTogether(
                List.of(Accounts.locking(SYSTEM, account), Payments.of(account, id), Orders.ofPayment(account, id)));
        Payment payment = Payments.read(read.get(1).getFirst());
        if (payment.settledAt() != null || read.get(2).isEmpty()) {
            return Optional.empty();
        }
        LockedAccount locked = accounts.locked(read.getFirst().getFirst());
        Order order = Orders.read(read.get(2).getFirst());
        boolean giveUp = payment.cancelRequestedAt() != null
                || !order.createdAt().plus(settings.voidAfter()).isAfter(locked.now());
        Optional<PaymentGateway.Charge> charge = Payments.charge(transaction.sql(), account, id);
        transaction.finish(claim(account, payment, giveUp, locked));
        return charge.map(again -> new Question(order.orderId(), again, giveUp));
    }

    private List<Query> claim(AccountId account, Payment payment, boolean giveUp, LockedAccount locked) {
        List<Query> writes = new ArrayList<>();
        if (giveUp) {
            writes.add(Payments.requestCancel(account, payment.id(), locked.now()));
        }
        writes.add(Payments.askAgain(account, payment.id(), outcome.nextQuestion(payment)));
        return writes;
    }

    private Optional<OrderId> order(AccountId account, PaymentId payment) {
        return db.one(
                        account,
                        sql -> sql.fetchOptional(Payments.of(account, payment)).map(Payments::read))
                .flatMap(read -> Optional.ofNullable(read.order()));
    }

    private void take(AccountId account, OrderId order, PaymentId payment, PaymentAnswer answer) {
        outcome.take(SYSTEM, account, order, payment, answer, List.of());
    }
}
