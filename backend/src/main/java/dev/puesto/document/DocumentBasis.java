package dev.puesto.document;

import dev.puesto.account.Account;
import dev.puesto.id.DocumentId;
import dev.puesto.id.OrderId;
import dev.puesto.tax.TaxRates;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order's documents are made of.
 *
 * @param account the buyer
 * @param taxId the buyer's VAT number with prefix; null for none
 * @param invoice the id that its invoice will have
 * @param creditNote the id that its credit note will have
 * @param chargesContainTax whether the prices of its charges do
 * @param creditsContainTax whether the prices that its credits give back from did
 * @param placedAt the account's now: the instant of placing, never {@code asOf}
 * @param rates for stating tax in another currency
 * @param charges lines of the invoice; none, then there is no invoice
 * @param credits lines of the credit note; none, then there is no credit note
 */
public record DocumentBasis(
        Account account,
        @Nullable String taxId,
        OrderId order,
        @Nullable String purchaseOrderNumber,
        DocumentId invoice,
        DocumentId creditNote,
        boolean chargesContainTax,
        boolean creditsContainTax,
        Instant placedAt,
        TaxRates rates,
        List<DocumentLine> charges,
        List<DocumentLine> credits) {}
