package dev.puesto.tax;

/** How a sale is taxed. */
public enum TaxTreatment {
    /** At the standard rate of the group's country. */
    STANDARD,
    /** Without tax: the business customer accounts for it in its own EU state. */
    REVERSE_CHARGE,
    /** Without tax: the sale is outside the seller's tax law. */
    OUTSIDE_SCOPE,
    /** Without tax: the law exempts it. */
    EXEMPT
}
