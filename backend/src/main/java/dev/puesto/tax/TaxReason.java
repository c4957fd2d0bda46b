package dev.puesto.tax;

/** Why a sale is taxed as it is; the sentence is {@code tax.reason.<name>} of the bundles. */
public enum TaxReason {
    /** Seller and customer are in one country. */
    DOMESTIC,
    /** A business in another EU state whose VAT number was confirmed. */
    REVERSE_CHARGE,
    /** In another EU state and not a business. */
    PRIVATE_CUSTOMER,
    /** A business in another EU state that gave no VAT number. */
    TAX_ID_MISSING,
    /** A business in another EU state whose VAT number could not be confirmed yet. */
    TAX_ID_UNVERIFIED,
    /** A business in another EU state whose VAT number the authority does not know. */
    TAX_ID_INVALID,
    /** A business in another EU state whose VAT number is of a third one. */
    TAX_ID_OF_ANOTHER_COUNTRY,
    /** Not in the seller's tax area, but the seller is registered in the customer's country. */
    REGISTERED_ABROAD,
    /** Not in the seller's tax area, and the seller is not registered in the customer's country. */
    OUTSIDE_TAX_AREA
}
