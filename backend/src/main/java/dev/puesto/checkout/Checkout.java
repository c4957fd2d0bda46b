package dev.puesto.checkout;

import dev.puesto.access.Viewer;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.UserError;
import dev.puesto.idempotency.KeyUse;
import dev.puesto.jooq.AccountDb;
import dev.puesto.payment.PaymentGateway;
import dev.puesto.payment.PaymentSettings;
import dev.puesto.payment.PaymentTokenRefused;
import dev.puesto.seatquote.SeatQuotes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Turns a cart into an order. Where nothing is to be collected that is one transaction; otherwise the order first waits with
 * what it holds, the payment provider is asked outside of any transaction, and a second one places or voids it.
 */
@Component
public final class Checkout {
    private final AccountDb db;
    private final OrderPlacing placing;
    private final PaymentCollection collection;
    private final PaymentGateway gateway;
    private final PaymentSettings payments;
    private final SeatQuotes quotes;

    Checkout(
            AccountDb db,
            OrderPlacing placing,
            PaymentCollection collection,
            PaymentGateway gateway,
            PaymentSettings payments,
            SeatQuotes quotes) {
        this.db = db;
        this.placing = placing;
        this.collection = collection;
        this.gateway = gateway;
        this.payments = payments;
        this.quotes = quotes;
    }

    /**
     * Places an order, or answers again how the order stands that the same request under the same key made before.
     *
     * @throws dev.puesto.api.Refusal {@code NOT_FOUND} for an account, cart or payment method that is not there
     */
    public CheckoutResult place(Viewer viewer, CheckoutCommand command, UUID key) {
        Optional<UserError> malformed = malformed(command);
        if (malformed.isPresent()) {
            return CheckoutResult.Refused.of(malformed.get());
        }
        return place(viewer, command, KeyUse.of(viewer, key, "checkout", command), Outside.NOTHING);
    }

    private CheckoutResult place(Viewer viewer, CheckoutCommand command, KeyUse use, Outside outside) {
        Attempt attempt = db.transact(
                command.accountId(), transaction -> placing.attempt(transaction, viewer, command, use, outside));
        return switch (attempt) {
            case Attempt.Done done -> done.result();
            case Attempt.Collect collect -> collection.collect(viewer, collect);
            case Attempt.InFlight inFlight -> collection.await(inFlight.order());
            case Attempt.Ask ask -> ask(viewer, command, use, outside, ask.question());
        };
    }

    private CheckoutResult ask(
            Viewer viewer, CheckoutCommand command, KeyUse use, Outside outside, Outside.Question question) {
        return switch (question) {
            case Outside.Question.TaxId taxId ->
                place(
                        viewer,
                        command,
                        use,
                        outside.with(
                                Objects.requireNonNull(taxId.request().taxIdToAdd()),
                                quotes.check(taxId.request(), taxId.account())));
            case Outside.Question.Token ignored ->
                gateway.keep(Objects.requireNonNull(command.paymentToken()), payments.tokenTimeLimit())
                        .map(kept -> place(viewer, command, use, outside.with(kept)))
                        .orElseGet(() -> CheckoutResult.Refused.of(new PaymentTokenRefused()));
        };
    }

    private static Optional<UserError> malformed(CheckoutCommand command) {
        if ((command.seatQuoteId() == null) == (command.maximumAmountDue() == null)) {
            return Optional.of(InvalidInput.of("seatQuoteOrMaximum", List.of("input", "seatQuoteId")));
        }
        if (command.paymentMethodId() != null && command.paymentToken() != null) {
            return Optional.of(InvalidInput.of("methodOrToken", List.of("input", "paymentToken")));
        }
        return Optional.empty();
    }
}
