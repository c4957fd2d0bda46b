package dev.puesto.checkout;

import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;
import dev.puesto.payment.PaymentGateway;

/** What a checkout's first transaction came to. */
sealed interface Attempt {

    /** All is said: the order is placed, refused, or was answered before. */
    record Done(CheckoutResult result) implements Attempt {}

    /** The order waits for its payment, which is to be collected now. */
    record Collect(Order order, PaymentGateway.Charge charge) implements Attempt {

        AccountId account() {
            return order.accountId();
        }

        PaymentId payment() {
            return charge.payment();
        }
    }

    /** The same request made an order before, whose payment is under way. */
    record InFlight(Order order) implements Attempt {}

    /** Nothing was written: something must be asked outside of the transaction first. */
    record Ask(Outside.Question question) implements Attempt {}
}
