package dev.puesto.payment;

import dev.puesto.id.OrderId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.PaymentMethodId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to collect.
 *
 * @param order for which; null for others
 * @param declineCode of a declined one only
 * @param redirectUrl where the customer confirms, of one that requires it
 * @param actionExpiresAt until when
 * @param createdAt by the account's clock
 * @param settledAt when it succeeded, was declined or canceled; null before
 * @param askedAt when the provider was first asked, in real time
 * @param askAgainAt when the provider is asked next, in real time; null when settled
 * @param cancelRequestedAt since when it is to be given up; null unless it is
 */
public record Payment(
        PaymentId id,
        @Nullable OrderId order,
        PaymentMethodId method,
        Money amount,
        PaymentState state,
        @Nullable String declineCode,
        @Nullable String redirectUrl,
        @Nullable Instant actionExpiresAt,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant askedAt,
        @Nullable Instant askAgainAt,
        @Nullable Instant cancelRequestedAt) {}
