package dev.puesto.payment;

import java.time.Instant;

/** What a payment provider says about a payment. */
public sealed interface PaymentAnswer {

    /** The money is collected. */
    record Succeeded() implements PaymentAnswer {}

    /**
     * The money is not collected and will not be.
     *
     * @param code the provider's reason, stable, for example {@code insufficient_funds}
     */
    record Declined(String code) implements PaymentAnswer {}

    /**
     * The customer must confirm the payment at its bank.
     *
     * @param redirectUrl where
     * @param expiresAt until when; after it the payment is declined
     */
    record ActionRequired(String redirectUrl, Instant expiresAt) implements PaymentAnswer {}

    /** The provider has the payment and does not know its end yet. */
    record Pending() implements PaymentAnswer {}

    /** The payment was given up. */
    record Canceled() implements PaymentAnswer {}

    /** The provider has no such payment: it may still arrive, so that this is no decline. */
    record NotFound() implements PaymentAnswer {}

    /** No answer, or none that can be read: ask again with the same payment id. */
    record Unknown() implements PaymentAnswer {}
}
