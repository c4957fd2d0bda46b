package dev.puesto.notification;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_ORDER;
import static dev.puesto.jooq.Tables.PAYMENT;

import dev.puesto.api.Messages;
import dev.puesto.checkout.LatePaymentCredited;
import dev.puesto.id.AccountId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.money.Amounts;
import dev.puesto.money.MoneyText;
import dev.puesto.outbox.Event;
import dev.puesto.outbox.EventHandler;
import dev.puesto.outbox.StoredEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** Tells the contact who ordered that a payment came too late for the order and went to the balance. */
@Component
final class LatePaymentNotice implements EventHandler {
    private static final String TEMPLATE = "notice";
    private static final String KEYS = "mail.latePayment.";

    private final AccountDb db;
    private final Messages messages;
    private final MailTemplates templates;
    private final Mails mails;

    LatePaymentNotice(AccountDb db, Messages messages, MailTemplates templates, Mails mails) {
        this.db = db;
        this.messages = messages;
        this.templates = templates;
        this.mails = mails;
    }

    /** What the letter says, ready for both templates. */
    record Notice(String title, String greeting, List<String> sentences, String closing) {}

    private record LatePayment(
            String accountName,
            long orderNumber,
            String recipient,
            String language,
            long amountMinor,
            String currency) {

        Money amount() {
            return Amounts.ofMinor(CurrencyUnit.of(currency), amountMinor);
        }
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(LatePaymentCredited.class);
    }

    @Override
    public void handle(StoredEvent event) {
        LatePaymentCredited credited = event.as(LatePaymentCredited.class);
        LatePayment payment = read(event.account(), credited);
        Mails.Envelope envelope =
                Mails.Envelope.of(MailKind.LATE_PAYMENT, credited.orderId(), payment.recipient(), payment.language());
        mails.write(event, envelope, letter(payment));
    }

    private LatePayment read(AccountId account, LatePaymentCredited credited) {
        return db.one(
                account,
                sql -> sql.select(
                                ACCOUNT.NAME,
                                ACCOUNT_ORDER.NUMBER,
                                ACCOUNT_ORDER.CONTACT_EMAIL,
                                ACCOUNT_ORDER.LOCALE,
                                PAYMENT.AMOUNT_MINOR,
                                PAYMENT.CURRENCY)
                        .from(PAYMENT)
                        .join(ACCOUNT_ORDER)
                        .on(ACCOUNT_ORDER.ACCOUNT_ID.eq(PAYMENT.ACCOUNT_ID))
                        .and(ACCOUNT_ORDER.ID.eq(PAYMENT.ORDER_ID))
                        .join(ACCOUNT)
                        .on(ACCOUNT.ACCOUNT_ID.eq(PAYMENT.ACCOUNT_ID))
                        .where(PAYMENT.ACCOUNT_ID.eq(account))
                        .and(PAYMENT.ID.eq(credited.paymentId()))
                        .fetchSingle(Records.mapping(LatePayment::new)));
    }

    private Letter letter(LatePayment payment) {
        Locale locale = Locale.of(payment.language());
        String subject = messages.text(locale, KEYS + "subject", payment.orderNumber());
        String amount = MoneyText.of(payment.amount(), locale);
        Notice notice = new Notice(
                subject,
                messages.text(locale, KEYS + "greeting"),
                List.of(
                        messages.text(locale, KEYS + "happened", amount, payment.orderNumber(), payment.accountName()),
                        messages.text(locale, KEYS + "balance", amount)),
                messages.text(locale, KEYS + "closing"));
        return templates.letter(TEMPLATE, locale, subject, notice);
    }
}
