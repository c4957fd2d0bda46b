package dev.puesto.seatquote;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.ACCOUNT_BALANCE;
import static dev.puesto.jooq.Tables.PAYMENT_METHOD;
import static dev.puesto.jooq.Tables.SUBSCRIPTION;
import static dev.puesto.jooq.Tables.TAX_ID;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.AccountKind;
import dev.puesto.account.AccountStatus;
import dev.puesto.account.CollectionMethod;
import dev.puesto.account.CustomerType;
import dev.puesto.catalog.Catalog;
import dev.puesto.catalog.CatalogReference;
import dev.puesto.id.ProductId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.jooq.KeptStatement;
import dev.puesto.money.Amounts;
import dev.puesto.payment.PaymentMethod;
import dev.puesto.subscription.Subscriptions;
import dev.puesto.tax.TaxIdState;
import dev.puesto.tax.TaxReference;
import dev.puesto.tax.TaxSettings;
import dev.puesto.tax.TaxSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.springframework.stereotype.Component;

/**
 * Reads what is in force for an account: one statement, whatever the number of changes, and another one for an account
 * with invoices that are not paid.
 */
@Component
final class Facts {
    private static final KeptStatement READ = new KeptStatement();

    private final CatalogReference catalogs;
    private final TaxReference taxes;
    private final TaxSettings seller;
    private final Clock clock;

    Facts(CatalogReference catalogs, TaxReference taxes, TaxSettings seller, Clock clock) {
        this.catalogs = catalogs;
        this.taxes = taxes;
        this.seller = seller;
        this.clock = clock;
    }

    /** Runs a statement, in a transaction of its own or in the caller's. */
    interface Reading {
        List<Record> rows(Function<DSLContext, List<Record>> statement);
    }

    /** The facts; empty if there is no account that the viewer may use as the request's document needs. */
    Optional<AccountFacts> read(Reading reading, Viewer viewer, SeatQuoteRequest request) {
        var rows = reading.rows(sql -> rows(sql, viewer, request));
        return rows.isEmpty() ? Optional.empty() : Optional.of(facts(request, rows, reading));
    }

    private static List<Record> rows(DSLContext sql, Viewer viewer, SeatQuoteRequest request) {
        var subscriptions = request.subscriptionIds().toArray(SubscriptionId[]::new);
        var arguments = new ArrayList<Object>(AccountAccess.arguments(viewer));
        arguments.add(request.accountId());
        arguments.add(subscriptions);
        return READ.fetch(
                sql,
                List.of(AccountAccess.shape(viewer), request.beginsSubscription()),
                () -> FactsStatement.of(viewer, request.accountId(), subscriptions, request.beginsSubscription()),
                arguments);
    }

    private AccountFacts facts(SeatQuoteRequest request, List<Record> rows, Reading reading) {
        var row = rows.getFirst();
        var now = now(row);
        var catalog = catalogs.catalog(row.get(CatalogReference.VERSION));
        return new AccountFacts(
                request.accountId(),
                AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                AccountStatus.valueOf(row.get(ACCOUNT.STATUS)),
                CurrencyUnit.of(row.get(ACCOUNT.CURRENCY)),
                ZoneId.of(row.get(ACCOUNT.TIME_ZONE)),
                CollectionMethod.valueOf(row.get(ACCOUNT.COLLECTION)),
                row.get(ACCOUNT.PAYMENT_TERM_DAYS),
                row.get(ACCOUNT.REPRESENTATIVE_ID),
                now,
                customer(row),
                balance(row),
                payable(row, seller.dateOf(now)),
                OpenInvoices.read(reading, request.accountId(), row, seller.dateOf(now)),
                subscriptions(rows, catalog),
                request.beginsSubscription() ? heldProducts(row) : Set.of(),
                catalog,
                taxes.policy(row.get(TaxReference.VERSION)));
    }

    private Instant now(Record row) {
        return Account.now(row.get(ACCOUNT.TEST_CLOCK_AT), clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private static TaxSubject customer(Record row) {
        var business = CustomerType.valueOf(row.get(ACCOUNT.CUSTOMER_TYPE)) == CustomerType.BUSINESS;
        var state = row.get(TAX_ID.STATE);
        return new TaxSubject(
                row.get(ACCOUNT.COUNTRY),
                business,
                state == null ? null : TaxIdState.valueOf(state),
                row.get(TAX_ID.COUNTRY));
    }

    private static long balance(Record row) {
        return row.get(ACCOUNT_BALANCE.CREDIT_MINOR) == null
                ? 0
                : Amounts.plus(row.get(ACCOUNT_BALANCE.CREDIT_MINOR), row.get(ACCOUNT_BALANCE.GOODWILL_MINOR));
    }

    private static Set<ProductId> heldProducts(Record row) {
        return new HashSet<>(row.get(FactsStatement.HELD_PRODUCTS).map(Record1::value1));
    }

    private static boolean payable(Record row, LocalDate today) {
        return row.get(PAYMENT_METHOD.ID) != null && PaymentMethod.isUsable(row.get(PAYMENT_METHOD.EXPIRES_ON), today);
    }

    private static Map<SubscriptionId, SubscriptionFacts> subscriptions(List<Record> rows, Catalog catalog) {
        var subscriptions = new HashMap<SubscriptionId, SubscriptionFacts>();
        rows.stream()
                .filter(row -> row.get(SUBSCRIPTION.ID) != null)
                .forEach(row -> subscriptions.put(
                        row.get(SUBSCRIPTION.ID),
                        SubscriptionFacts.of(Subscriptions.readChangeable(row), discounts(row), catalog)));
        return subscriptions;
    }

    private static List<Discount> discounts(Record row) {
        return row.get(FactsStatement.DISCOUNTS)
                .map(discount -> new Discount(
                        discount.value1(),
                        discount.value2(),
                        discount.value3(),
                        Optional.ofNullable(discount.value4())));
    }
}
