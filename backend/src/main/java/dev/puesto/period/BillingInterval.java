package dev.puesto.period;

/** How long a full billing period is. */
public enum BillingInterval {
    /** One calendar month. */
    MONTH(1),
    /** Twelve calendar months. */
    YEAR(12);

    private final int months;

    BillingInterval(int months) {
        this.months = months;
    }

    /** The interval in calendar months. */
    public int months() {
        return months;
    }
}
