package dev.puesto.document;

import dev.puesto.ledger.LedgerEntry;
import java.util.List;

/**
 * What placing an order does to invoices and ledger.
 *
 * @param settlements each invoice whose settlement is new or changed
 * @param entries in the order in which they are made
 * @param balanceAppliedMinor what the balance of before the order paid
 * @param balanceAddedMinor what the order adds to the balance
 * @param openMinor what stays open of the invoices that it had to settle
 */
public record SettledOrder(
        List<Settlement> settlements,
        List<LedgerEntry> entries,
        long balanceAppliedMinor,
        long balanceAddedMinor,
        long openMinor) {}
