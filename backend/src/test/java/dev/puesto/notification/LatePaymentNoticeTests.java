package dev.puesto.notification;

import static dev.puesto.jooq.Tables.MAIL;
import static dev.puesto.jooq.Tables.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.checkout.LatePaymentCredited;
import dev.puesto.id.AccountId;
import dev.puesto.id.EventId;
import dev.puesto.id.PaymentId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.id.TimeOrderedUuid;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.Json;
import dev.puesto.jooq.tables.records.MailRecord;
import dev.puesto.notification.TestPlacedOrders.Change;
import dev.puesto.notification.TestPlacedOrders.Placed;
import dev.puesto.outbox.StoredEvent;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class LatePaymentNoticeTests {
    private static final Instant JUNE = Instant.parse("2026-05-31T22:00:00Z");
    private static final Instant JULY = Instant.parse("2026-06-30T22:00:00Z");

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestPlacedOrders orders;

    @Autowired
    LatePaymentNotice notice;

    @Autowired
    JobDb db;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Un pago del pedido 1 ha pasado a su saldo     | Hemos añadido 363,00 € a su saldo.
            en | A payment for order 1 went to your balance    | We put €363.00 to your balance.
            """)
    void saysOnceThatThePaymentWentToTheBalance(String locale, String subject, String sentence) {
        AccountId account = accounts.open();
        Offer offer = subscriptions.offer();
        SubscriptionId subscription = subscriptions.subscribe(account, offer, 10, JUNE);
        Change change = new Change("NEW", subscription, offer, 0, 10, JUNE, JULY, 30000, 0, null);
        Placed placed = orders.place(account, 1, "lucia@example.com", locale, change);
        StoredEvent event = event(account, placed);
        notice.handle(event);
        notice.handle(event);

        MailRecord mail =
                db.sql().selectFrom(MAIL).where(MAIL.ACCOUNT_ID.eq(account)).fetchSingle();
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getKind()).isEqualTo("LATE_PAYMENT");
        assertThat(mail.getTextBody().replace('\u00a0', ' ')).contains(sentence);
        assertThat(mail.getHtmlBody().replace('\u00a0', ' ')).contains(sentence, "<html lang=\"" + locale + "\">");
    }

    private StoredEvent event(AccountId account, Placed placed) {
        PaymentId payment = db.sql()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .fetchSingle(PAYMENT.ID);
        LatePaymentCredited credited = new LatePaymentCredited(placed.order(), payment);
        EventId id = new EventId(TimeOrderedUuid.next());
        return new StoredEvent(account, id, credited.type(), 1, Json.of(credited), Instant.now(), 1);
    }
}
