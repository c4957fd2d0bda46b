package dev.puesto.seatquote;

import dev.puesto.account.AccountKind;
import dev.puesto.account.AccountStatus;
import dev.puesto.account.CollectionMethod;
import dev.puesto.catalog.Catalog;
import dev.puesto.id.AccountId;
import dev.puesto.id.ProductId;
import dev.puesto.id.RepresentativeId;
import dev.puesto.id.SubscriptionId;
import dev.puesto.tax.TaxPolicy;
import dev.puesto.tax.TaxSubject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for an account when it asks for a price.
 *
 * @param now its clock, to the second
 * @param customer as tax law sees it, with its own VAT number
 * @param balanceMinor what it can spend
 * @param payable whether it has a usable default payment method
 * @param subscriptions those asked for that exist
 * @param heldProducts the products that it holds or ever held, whose trial it has had
 */
record AccountFacts(
        AccountId id,
        AccountKind kind,
        AccountStatus status,
        CurrencyUnit currency,
        ZoneId zone,
        CollectionMethod collection,
        int paymentTermDays,
        @Nullable RepresentativeId representativeId,
        Instant now,
        TaxSubject customer,
        long balanceMinor,
        boolean payable,
        List<OpenInvoice> openInvoices,
        Map<SubscriptionId, SubscriptionFacts> subscriptions,
        Set<ProductId> heldProducts,
        Catalog catalog,
        TaxPolicy taxPolicy) {}
