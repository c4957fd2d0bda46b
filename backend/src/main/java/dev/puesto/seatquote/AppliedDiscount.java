package dev.puesto.seatquote;

import dev.puesto.period.PeriodShare;

/**
 * A discount as a line has it.
 *
 * @param share the part of the period that it covers; less than the whole is taken off as
 *     {@code round(discount x overlap / period)}
 */
public record AppliedDiscount(Discount discount, PeriodShare share) {

    boolean coversThePeriod() {
        return share.units() == share.total();
    }
}
