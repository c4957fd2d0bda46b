package dev.puesto.payment;

import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The port to a payment provider. The key of everything is our payment id: whatever is asked twice has its effect once.
 * No method throws for what goes wrong outside, and none is called inside a transaction.
 */
public interface PaymentGateway {

    /** The provider's name, as kept beside its tokens. */
    String name();

    /** Whether no money moves. */
    default boolean isSandbox() {
        return false;
    }

    /** How a browser gets one of the provider's tokens. */
    PaymentForm form();

    /**
     * Exchanges a token that the provider's page gave the customer for one that can be charged again.
     *
     * @param timeLimit after which the answer is empty
     * @return empty if the provider does not know the token, or did not say so
     */
    Optional<KeptToken> keep(String token, Duration timeLimit);

    /**
     * Collects an amount; the same payment id again answers how that one stands.
     *
     * @param timeLimit after which the answer is {@link PaymentAnswer.Unknown}
     */
    PaymentAnswer charge(Charge charge, Duration timeLimit);

    /**
     * How a payment stands.
     *
     * @param timeLimit after which the answer is {@link PaymentAnswer.Unknown}
     */
    PaymentAnswer find(PaymentId payment, Duration timeLimit);

    /**
     * Gives a payment up for good, unless it succeeded: then that is the answer. One that the provider never saw is given
     * up as well: a charge that arrives later is refused.
     */
    PaymentAnswer cancel(PaymentId payment, Duration timeLimit);

    /**
     * Gives back a payment that succeeded, whole.
     *
     * @return whether the provider confirmed; if not, ask again
     */
    boolean refund(PaymentId payment, Duration timeLimit);

    /** The smallest amount that the provider collects in a currency, as it publishes it. */
    Money minimumAmount(CurrencyUnit currency);

    /**
     * What is to be collected.
     *
     * @param account comes back with notices
     * @param payment our id: the key of everything
     * @param token a kept one
     */
    record Charge(AccountId account, PaymentId payment, Money amount, String token) {

        @Override
        public String toString() {
            return "Charge " + payment.value() + " of " + amount;
        }
    }
}
