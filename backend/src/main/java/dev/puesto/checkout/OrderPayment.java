package dev.puesto.checkout;

import dev.puesto.api.MoneyView;
import dev.puesto.id.GlobalId;
import dev.puesto.payment.PaymentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order is paid: its last attempt to collect.
 *
 * @param brand of the method that pays: {@code Visa}
 * @param settledAt when it succeeded, was declined or given up; null before
 * @param declineCode the payment provider's reason; null unless it was declined
 */
record OrderPayment(
        GlobalId id,
        MoneyView amount,
        PaymentState state,
        String brand,
        String lastDigits,
        @Nullable Instant settledAt,
        @Nullable String declineCode) {}
