package dev.puesto.catalog;

import org.joda.money.Money;

/**
 * What one tier adds to a price.
 *
 * @param seats how many seats it prices
 * @param amount its unit price times those seats
 */
public record TierShare(Tier tier, long seats, Money amount) {}
