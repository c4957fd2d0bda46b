package dev.puesto.payment;

import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;

/**
 * Hears that a payment changed at the provider. A notice says no more than that: it may come late, twice, out of order or
 * never, so that the listener asks the gateway how the payment stands.
 */
public interface PaymentNoticeListener {

    /** The payment may have changed. */
    void paymentChanged(AccountId account, PaymentId payment);
}
