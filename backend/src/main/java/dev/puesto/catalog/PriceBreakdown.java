package dev.puesto.catalog;

import java.util.List;
import org.joda.money.Money;

/**
 * The price of a number of seats for one full period, before discounts, and how it comes about.
 *
 * @param tiers what each tier adds; empty for no seats
 * @param fixedFee the fee beside the seats; zero for no seats
 * @param total tiers and fee
 */
public record PriceBreakdown(long seats, List<TierShare> tiers, Money fixedFee, Money total) {}
