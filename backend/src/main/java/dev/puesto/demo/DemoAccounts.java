package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.ACCOUNT_USER;
import static dev.puesto.jooq.Tables.CONTACT;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.PERSON;
import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.demo.AccountsFile.DemoAccount;
import dev.puesto.demo.AccountsFile.DemoContact;
import dev.puesto.demo.AccountsFile.DemoTaxId;
import dev.puesto.demo.DemoNames.Name;
import dev.puesto.id.AccountId;
import dev.puesto.id.ContactId;
import dev.puesto.id.PaymentMethodId;
import dev.puesto.id.TaxIdId;
import dev.puesto.id.UserId;
import dev.puesto.jooq.tables.records.AccountBalanceRecord;
import dev.puesto.jooq.tables.records.AccountRecord;
import dev.puesto.jooq.tables.records.AccountUserRecord;
import dev.puesto.jooq.tables.records.ContactRecord;
import dev.puesto.jooq.tables.records.PaymentMethodRecord;
import dev.puesto.jooq.tables.records.TaxIdRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Customers with their contacts and users, before they bought anything. */
final class DemoAccounts {

    private static final int INVITED_PER_DAY = 40;

    private final DemoNames names = DemoFile.read("names.json", DemoNames.class);
    private final DemoDay day;

    DemoAccounts(DemoDay day) {
        this.day = day;
    }

    /** The id of the demo's account of that code. */
    static AccountId account(String code) {
        return new AccountId(DemoIds.of("account", code));
    }

    /** The id of the n-th user of an account. */
    static UserId user(DemoAccount account, int number) {
        return new UserId(DemoIds.of("user", account.code() + "/" + number));
    }

    /** Inserts one account with its people; to be called in one transaction. Answers the account's id. */
    AccountId load(DSLContext sql, DemoAccount account) {
        Instant since = since(account);
        DemoRows.add(sql, ACCOUNT, List.of(row(account, since)));
        DemoRows.add(
                sql,
                ACCOUNT_BALANCE,
                List.of(new AccountBalanceRecord(account(account.code()), account.currency(), 0L, 0L, 0L, 0L)));
        DemoRows.add(
                sql,
                PERSON,
                account.contacts().stream()
                        .map(contact -> DemoPeople.person(contact.name(), contact.email(), contact.locale(), since))
                        .toList());
        DemoRows.add(
                sql,
                CONTACT,
                account.contacts().stream()
                        .map(contact -> contact(account, contact, since))
                        .toList());
        DemoRows.add(sql, ACCOUNT_USER, users(account, since));
        DemoRows.add(sql, TAX_ID, taxIds(account, since));
        DemoRows.add(sql, PAYMENT_METHOD, paymentMethods(account, since));
        return account(account.code());
    }

    /** A corporate account buys like any other while its history is made; only then its representative takes over. */
    private static AccountRecord row(DemoAccount account, Instant since) {
        AccountRecord row = new AccountRecord()
                .with(ACCOUNT.ACCOUNT_ID, account(account.code()))
                .with(ACCOUNT.NAME, account.name())
                .with(ACCOUNT.KIND, "SELF_SERVICE")
                .with(ACCOUNT.CUSTOMER_TYPE, account.customerType())
                .with(ACCOUNT.STATUS, "ACTIVE")
                .with(ACCOUNT.CURRENCY, account.currency())
                .with(ACCOUNT.COUNTRY, account.country())
                .with(ACCOUNT.TIME_ZONE, account.timeZone())
                .with(ACCOUNT.LOCALE, account.locale())
                .with(ACCOUNT.ADDRESS_LINE_1, account.address().get(0))
                .with(ACCOUNT.POSTAL_CODE, account.address().get(1))
                .with(ACCOUNT.CITY, account.address().get(2))
                .with(ACCOUNT.BILLING_EMAIL, account.contacts().getFirst().email());
        return row.with(ACCOUNT.COLLECTION, account.paysByInvoice() ? "SEND_INVOICE" : "CHARGE")
                .with(ACCOUNT.PAYMENT_TERM_DAYS, account.paymentTermDays() == null ? 0 : account.paymentTermDays())
                .with(ACCOUNT.EXTERNAL_ID, account.externalId())
                .with(ACCOUNT.SANDBOX, false)
                .with(ACCOUNT.ACTIVE_USERS, (long) account.users().count())
                .with(ACCOUNT.DEACTIVATED_USERS, 0L)
                .with(ACCOUNT.LAST_ORDER_NUMBER, 0L)
                .with(ACCOUNT.VERSION, 1L)
                .with(ACCOUNT.CREATED_AT, since);
    }

    private static ContactRecord contact(DemoAccount account, DemoContact contact, Instant since) {
        return new ContactRecord()
                .with(CONTACT.ACCOUNT_ID, account(account.code()))
                .with(CONTACT.ID, new ContactId(DemoIds.of("contact", account.code() + "/" + contact.email())))
                .with(CONTACT.PERSON_ID, DemoPeople.person(contact.email()))
                .with(CONTACT.NAME, contact.name())
                .with(CONTACT.EMAIL, contact.email())
                .with(CONTACT.LOCALE, contact.locale())
                .with(CONTACT.ROLES, contact.roles().toArray(String[]::new))
                .with(CONTACT.CREATED_AT, since)
                .with(CONTACT.VERSION, 1L);
    }

    private List<AccountUserRecord> users(DemoAccount account, Instant since) {
        List<Name> people =
                names.people(account.users().count(), account.users().cultures());
        List<AccountUserRecord> users = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            users.add(user(account, people.get(i), i, since.plus(Duration.ofDays(i / INVITED_PER_DAY))));
        }
        return users;
    }

    private static AccountUserRecord user(DemoAccount account, Name name, int number, Instant invitedAt) {
        return new AccountUserRecord()
                .with(ACCOUNT_USER.ACCOUNT_ID, account(account.code()))
                .with(ACCOUNT_USER.ID, user(account, number))
                .with(ACCOUNT_USER.NAME, name.name())
                .with(ACCOUNT_USER.EMAIL, name.mailbox() + "@" + account.code() + ".example")
                .with(ACCOUNT_USER.EXTERNAL_ID, "E" + (1001 + number))
                .with(ACCOUNT_USER.STATUS, "ACTIVE")
                .with(ACCOUNT_USER.INVITED_AT, invitedAt)
                .with(ACCOUNT_USER.VERSION, 1L);
    }

    private static List<TaxIdRecord> taxIds(DemoAccount account, Instant since) {
        DemoTaxId taxId = account.taxId();
        return taxId == null
                ? List.of()
                : List.of(new TaxIdRecord()
                        .with(TAX_ID.ACCOUNT_ID, account(account.code()))
                        .with(TAX_ID.ID, new TaxIdId(DemoIds.of("tax-id", account.code())))
                        .with(TAX_ID.COUNTRY, account.country())
                        .with(TAX_ID.NUMBER, taxId.number())
                        .with(TAX_ID.STATE, taxId.state())
                        .with(TAX_ID.CHECKED_AT, taxId.state().equals("UNVERIFIED") ? null : since)
                        .with(TAX_ID.CREATED_AT, since));
    }

    private static List<PaymentMethodRecord> paymentMethods(DemoAccount account, Instant since) {
        return !account.paymentMethod()
                ? List.of()
                : List.of(new PaymentMethodRecord()
                        .with(PAYMENT_METHOD.ACCOUNT_ID, account(account.code()))
                        .with(PAYMENT_METHOD.ID, new PaymentMethodId(DemoIds.of("payment-method", account.code())))
                        .with(PAYMENT_METHOD.GATEWAY, "sandbox")
                        .with(PAYMENT_METHOD.TOKEN, "sandbox_success")
                        .with(PAYMENT_METHOD.BRAND, "Visa")
                        .with(PAYMENT_METHOD.LAST_DIGITS, "4242")
                        .with(PAYMENT_METHOD.PREFERRED, true)
                        .with(PAYMENT_METHOD.CREATED_AT, since));
    }

    /** A month before its first order. */
    private Instant since(DemoAccount account) {
        int firstOrder =
                account.orders().isEmpty() ? 0 : account.orders().getFirst().daysAgo();
        return day.loadedAt().minus(Duration.ofDays(firstOrder + 30L));
    }
}
