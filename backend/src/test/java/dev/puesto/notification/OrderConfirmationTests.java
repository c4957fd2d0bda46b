package dev.puesto.notification;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.MAIL;
import static dev.puesto.jooq.Tables.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.tables.records.MailRecord;
import dev.puesto.notification.TestPlacedOrders.Change;
import dev.puesto.notification.TestPlacedOrders.Placed;
import dev.puesto.subscription.TestSubscriptions;
import dev.puesto.subscription.TestSubscriptions.Offer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class OrderConfirmationTests {
    private static final Instant JUNE = Instant.parse("2026-05-31T22:00:00Z");
    private static final Instant JULY = Instant.parse("2026-06-30T22:00:00Z");
    private static final Instant CHANGE = Instant.parse("2026-06-15T22:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-07-15T22:00:00Z");

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSubscriptions subscriptions;

    @Autowired
    TestPlacedOrders orders;

    @Autowired
    OrderConfirmation confirmation;

    @Autowired
    JobDb db;

    AccountId account;
    Offer offer;
    SubscriptionId subscription;

    @BeforeEach
    void freshSubscription() {
        account = accounts.open();
        offer = subscriptions.offer();
        subscription = subscriptions.subscribe(account, offer, 14, CHANGE);
    }

    @Test
    void tellsAnIncreaseInSpanish() {
        Placed first = place("NEW", "es", 0, 10, JUNE, JULY, 30000, 0, null);
        MailRecord mail = confirm(place("INCREASE", "es", 10, 14, CHANGE, NEXT, 42000, 15000, first));

        assertThat(mail.getSubject()).isEqualTo("Pedido 2 realizado: Desk, 14 agentes");
        assertThat(lines(mail.getTextBody()))
                .contains(
                        "Hola:",
                        "Pedido: 2",
                        "Realizado: 16 de junio de 2026, 00:00 (Europe/Madrid)",
                        "Desk · Mensual",
                        "Puestos: 10 → 14 agentes",
                        "Período de facturación: del 16 de junio de 2026 al 16 de julio de 2026 (Europe/Madrid)",
                        "Próxima fecha de facturación: 16 de julio de 2026",
                        "Cargo: 420,00 €",
                        "Abono de la parte no usada: −150,00 €",
                        "Cargos sin impuestos: 420,00 €",
                        "Abono sin impuestos: −150,00 €",
                        "IVA ES 21 %: 56,70 €",
                        "Total con impuestos: 326,70 €",
                        "Total pagado: 326,70 €",
                        "Pagado con Visa terminada en 4242.");
        assertThat(mail.getTextBody()).contains("Factura: ", "Factura rectificativa: ");
        assertThat(mail.getHtmlBody())
                .contains("<html lang=\"es\">", "10 → 14 agentes", "326,70\u00a0€", "16 de julio de 2026");
    }

    @Test
    void tellsANewSubscriptionOfOneSeatInEnglish() {
        MailRecord mail = confirm(place("NEW", "en", 0, 1, JUNE, JULY, 3000, 0, null));

        assertThat(mail.getSubject()).isEqualTo("Order 1 placed: Desk, 1 agent");
        assertThat(lines(mail.getTextBody()))
                .contains(
                        "Order: 1",
                        "Placed: 1 June 2026, 00:00 (Europe/Madrid)",
                        "Desk · Monthly",
                        "Seats: 1 agent",
                        "Billing period: 1 June 2026 to 1 July 2026 (Europe/Madrid)",
                        "Next billing date: 1 July 2026",
                        "Charge: €30.00",
                        "VAT ES 21%: €6.30",
                        "Total with tax: €36.30",
                        "Total paid: €36.30",
                        "Paid by Visa ending in 4242.");
        assertThat(mail.getTextBody()).doesNotContain("Credit", "balance");
        assertThat(mail.getHtmlBody()).contains("<html lang=\"en\">", "Total paid");
    }

    @Test
    void tellsOfACreditThatGoesToTheBalance() {
        Placed first = place("NEW", "en", 0, 10, JUNE, JULY, 30000, 0, null);
        MailRecord mail = confirm(place("DECREASE", "en", 10, 1, CHANGE, NEXT, 3000, 15000, first));

        assertThat(lines(mail.getTextBody()))
                .contains(
                        "Seats: 10 → 1 agent",
                        "Total with tax: −€145.20",
                        "Goes to your balance: €145.20",
                        "Total due: €0.00",
                        "Your balance grows by €145.20. It pays your next invoices by itself.");
    }

    @Test
    void saysHowWhatIsLeftToPayIsPaid() {
        Placed unpaid = place("NEW", "en", 0, 1, JUNE, JULY, 3000, 0, null);
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.STATE, "CANCELED")
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .execute();
        assertThat(lines(confirm(unpaid).getTextBody()))
                .contains("Total due: €36.30")
                .anyMatch(line -> line.endsWith(
                        "stays open: €36.30 is less than can be collected by itself and comes with your next charge."));

        Placed invoiced = place("INCREASE", "en", 1, 2, CHANGE, NEXT, 6000, 1500, unpaid);
        db.sql()
                .update(PAYMENT)
                .set(PAYMENT.STATE, "CANCELED")
                .where(PAYMENT.ACCOUNT_ID.eq(account))
                .execute();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.COLLECTION, "SEND_INVOICE")
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        assertThat(lines(confirm(invoiced).getTextBody())).anyMatch(line -> line.startsWith("Please pay invoice "));
    }

    @Test
    void writesOneMailForAnEventThatIsHandedOutTwice() {
        Placed placed = place("NEW", "es", 0, 10, JUNE, JULY, 30000, 0, null);
        confirmation.handle(placed.event());
        confirmation.handle(placed.event());

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getMessageId()).isEqualTo("<" + placed.event().id().value() + "@puesto.example>");
            assertThat(mail.getRecipient()).isEqualTo("lucia@example.com");
            assertThat(mail.getOrderId()).isEqualTo(placed.order());
        });
    }

    @Test
    void keepsTheMailWhereNoSmtpServerIsConfigured() {
        MailRecord mail = confirm(place("NEW", "es", 0, 10, JUNE, JULY, 30000, 0, null));

        assertThat(mail.getState()).isEqualTo("KEPT");
        assertThat(mail.getNextAttemptAt()).isNull();
    }

    @Test
    void escapesWhatCustomersWrote() {
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.NAME, "<img src=x> & Söhne")
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        MailRecord mail = confirm(place("NEW", "en", 0, 10, JUNE, JULY, 30000, 0, null));

        assertThat(mail.getHtmlBody()).contains("&lt;img src=x&gt; &amp; Söhne").doesNotContain("<img");
        assertThat(mail.getTextBody()).contains("Account: <img src=x> & Söhne");
    }

    private Placed place(
            String kind,
            String locale,
            long before,
            long after,
            Instant start,
            Instant end,
            long charge,
            long credit,
            Placed credited) {
        Change change = new Change(kind, subscription, offer, before, after, start, end, charge, credit, credited);
        return orders.place(account, credited == null ? 1 : 2, "lucia@example.com", locale, change);
    }

    private MailRecord confirm(Placed placed) {
        confirmation.handle(placed.event());
        return mails().getLast();
    }

    private List<MailRecord> mails() {
        return db.sql()
                .selectFrom(MAIL)
                .where(MAIL.ACCOUNT_ID.eq(account))
                .orderBy(MAIL.CREATED_AT)
                .fetch();
    }

    private static List<String> lines(String text) {
        return text.replace('\u00a0', ' ').lines().map(String::strip).toList();
    }
}
