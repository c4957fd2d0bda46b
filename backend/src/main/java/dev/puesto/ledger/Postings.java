package dev.puesto.ledger;

import static dev.puesto.ledger.LedgerAccount.BALANCE_CREDIT;
import static dev.puesto.ledger.LedgerAccount.BALANCE_GOODWILL;
import static dev.puesto.ledger.LedgerAccount.GATEWAY_CLEARING;
import static dev.puesto.ledger.LedgerAccount.GOODWILL_EXPENSE;
import static dev.puesto.ledger.LedgerAccount.HELD_CREDIT;
import static dev.puesto.ledger.LedgerAccount.HELD_GOODWILL;
import static dev.puesto.ledger.LedgerAccount.RECEIVABLE;
import static dev.puesto.ledger.LedgerAccount.REVENUE;

import dev.puesto.ledger.LedgerEntry.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Which ledger accounts each thing that happens moves an amount between; nothing moves where the amount is zero. The
 * side named first is debited.
 */
public final class Postings {

    private final List<LedgerEntry> entries = new ArrayList<>();

    /** The entries so far, in the order in which they were made. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** An invoice is issued: receivable to revenue and to the tax of each country. */
    public Postings invoice(Cause cause, long netMinor, SortedMap<String, Long> taxMinorByCountry) {
        move(LedgerEntryKind.CHARGE, RECEIVABLE, REVENUE, netMinor, cause);
        taxMinorByCountry.forEach(
                (country, tax) -> move(LedgerEntryKind.CHARGE_TAX, RECEIVABLE, LedgerAccount.tax(country), tax, cause));
        return this;
    }

    /** A credit note is issued: revenue and the tax of each country to receivable. */
    public Postings creditNote(Cause cause, long netMinor, SortedMap<String, Long> taxMinorByCountry) {
        move(LedgerEntryKind.CREDIT, REVENUE, RECEIVABLE, netMinor, cause);
        taxMinorByCountry.forEach(
                (country, tax) -> move(LedgerEntryKind.CREDIT_TAX, LedgerAccount.tax(country), RECEIVABLE, tax, cause));
        return this;
    }

    /** The part of a credit note whose invoice was paid already: receivable to balance. */
    public Postings creditToBalance(Cause cause, long minor) {
        return move(LedgerEntryKind.CREDIT_TO_BALANCE, RECEIVABLE, BALANCE_CREDIT, minor, cause);
    }

    /** The free balance pays an invoice: balance to receivable. */
    public Postings balancePays(Cause cause, Funds funds) {
        move(LedgerEntryKind.BALANCE_PAYS, BALANCE_GOODWILL, RECEIVABLE, funds.goodwillMinor(), cause);
        return move(LedgerEntryKind.BALANCE_PAYS, BALANCE_CREDIT, RECEIVABLE, funds.creditMinor(), cause);
    }

    /** What an order held pays an invoice: held balance to receivable. */
    public Postings heldPays(Cause cause, Funds funds) {
        move(LedgerEntryKind.BALANCE_PAYS, HELD_GOODWILL, RECEIVABLE, funds.goodwillMinor(), cause);
        return move(LedgerEntryKind.BALANCE_PAYS, HELD_CREDIT, RECEIVABLE, funds.creditMinor(), cause);
    }

    /** An order begins to hold a part of the balance: balance to held balance. */
    public Postings hold(Cause order, Funds funds) {
        move(LedgerEntryKind.HOLD, BALANCE_GOODWILL, HELD_GOODWILL, funds.goodwillMinor(), order);
        return move(LedgerEntryKind.HOLD, BALANCE_CREDIT, HELD_CREDIT, funds.creditMinor(), order);
    }

    /** An order gives back what it held: held balance to balance. */
    public Postings holdReturns(Cause order, Funds funds) {
        move(LedgerEntryKind.HOLD_RETURNS, HELD_GOODWILL, BALANCE_GOODWILL, funds.goodwillMinor(), order);
        return move(LedgerEntryKind.HOLD_RETURNS, HELD_CREDIT, BALANCE_CREDIT, funds.creditMinor(), order);
    }

    /** A payment pays an invoice: clearing to receivable. */
    public Postings payment(Cause cause, long minor) {
        return move(LedgerEntryKind.PAYMENT, GATEWAY_CLEARING, RECEIVABLE, minor, cause);
    }

    /** A payment that pays no invoice, because it came too late or is too much: clearing to balance. */
    public Postings paymentToBalance(Cause cause, long minor) {
        return move(LedgerEntryKind.PAYMENT_TO_BALANCE, GATEWAY_CLEARING, BALANCE_CREDIT, minor, cause);
    }

    /** The vendor gives a balance: expense to balance. */
    public Postings goodwill(long minor) {
        return move(LedgerEntryKind.GOODWILL, GOODWILL_EXPENSE, BALANCE_GOODWILL, minor, Cause.NONE);
    }

    private Postings move(LedgerEntryKind kind, LedgerAccount debit, LedgerAccount credit, long minor, Cause cause) {
        if (minor != 0) {
            entries.add(new LedgerEntry(kind, debit, credit, minor, cause));
        }
        return this;
    }
}
