package dev.puesto.ledger;

/**
 * One of an account's ledger accounts. What the customer has or owes rises on one side: the receivable by debits, the
 * four balances by credits.
 *
 * @param name as the database keeps it
 */
public record LedgerAccount(String name) {

    /** What the customer owes: the open part of its invoices. */
    public static final LedgerAccount RECEIVABLE = new LedgerAccount("RECEIVABLE");

    /** The customer's balance from credit notes and payments. */
    public static final LedgerAccount BALANCE_CREDIT = new LedgerAccount("BALANCE_CREDIT");

    /** The customer's balance that the vendor gave: spent first, never refunded. */
    public static final LedgerAccount BALANCE_GOODWILL = new LedgerAccount("BALANCE_GOODWILL");

    /** The part of {@link #BALANCE_CREDIT} that waits with an order for its payment. */
    public static final LedgerAccount HELD_CREDIT = new LedgerAccount("HELD_CREDIT");

    /** The part of {@link #BALANCE_GOODWILL} that waits with an order for its payment. */
    public static final LedgerAccount HELD_GOODWILL = new LedgerAccount("HELD_GOODWILL");

    /** What was sold, without tax. */
    public static final LedgerAccount REVENUE = new LedgerAccount("REVENUE");

    /** What the payment provider collected. */
    public static final LedgerAccount GATEWAY_CLEARING = new LedgerAccount("GATEWAY_CLEARING");

    /** What the vendor gave away. */
    public static final LedgerAccount GOODWILL_EXPENSE = new LedgerAccount("GOODWILL_EXPENSE");

    /** The tax owed to a country. */
    public static LedgerAccount tax(String country) {
        return new LedgerAccount("TAX_" + country);
    }
}
