package dev.puesto.tax;

/** What the checker answered about a VAT number. */
public enum TaxIdState {
    /** The authority confirmed it. */
    VALID,
    /** The authority does not know it. */
    INVALID,
    /** The authority did not answer, or there is none to ask. */
    UNVERIFIED
}
