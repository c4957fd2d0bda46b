package dev.puesto.tax;

/**
 * A charge that is to be taxed.
 *
 * @param group what it is taxed as
 * @param amountMinor as priced: with tax where prices are tax-inclusive, else without; never below zero
 */
public record TaxableCharge(TaxGroup group, long amountMinor) {}
