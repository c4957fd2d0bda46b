package dev.puesto.account;

/** What the customer is to tax law. */
public enum CustomerType {
    /** May have a tax id. */
    BUSINESS,
    /** Has none. */
    PRIVATE
}
