package dev.puesto.catalog;

/** When a plan lets fewer seats take effect. */
public enum DecreasePolicy {
    /** At once, with a credit for the unused part. */
    CREDIT_NOW,
    /** At the end of the period; nothing is credited. */
    AT_RENEWAL,
    /** As the buyer says; at once where nothing is said. */
    BUYER_CHOOSES
}
