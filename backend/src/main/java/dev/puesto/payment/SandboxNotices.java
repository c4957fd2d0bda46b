package dev.puesto.payment;

import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends the sandbox gateway's notices, as a provider's webhook would; one that is lost is not sent again. */
@Component
final class SandboxNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxNotices.class);

    private final ObjectProvider<PaymentNoticeListener> listeners;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-notices").daemon().factory());

    SandboxNotices(ObjectProvider<PaymentNoticeListener> listeners) {
        this.listeners = listeners;
    }

    /** Tells every listener after some time. */
    void send(AccountId account, PaymentId payment, Duration after) {
        timer.schedule(() -> start(account, payment), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void start(AccountId account, PaymentId payment) {
        Thread.ofVirtual().name("sandbox-notice").start(() -> tell(account, payment));
    }

    private void tell(AccountId account, PaymentId payment) {
        try {
            listeners.forEach(listener -> listener.paymentChanged(account, payment));
        } catch (RuntimeException e) {
            LOG.warn("A notice about payment {} was not taken", payment.value(), e);
        }
    }
}
