package dev.puesto.account;

/** How what is due gets paid. */
public enum CollectionMethod {
    /** A stored or given payment method pays at checkout. */
    CHARGE,
    /** The invoice stays open for the account's payment term. */
    SEND_INVOICE
}
