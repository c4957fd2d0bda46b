package dev.puesto.catalog;

/** How the tiers of a price apply to a number of seats. */
public enum PricingModel {
    /** Every seat at one price. */
    PER_SEAT,
    /** All seats at the price of the tier that their number falls into. */
    VOLUME,
    /** Each seat at the price of its own tier. */
    GRADUATED
}
