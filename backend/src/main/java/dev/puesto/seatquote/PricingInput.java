package dev.puesto.seatquote;

import dev.puesto.tax.TaxGroup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Everything that the price of some changes depends on.
 *
 * @param asOf the instant at which they are priced and take effect; whole seconds
 * @param zone the account's zone, for periods that begin now
 * @param tax the group of what is charged now
 * @param balanceMinor the account's balance before, in minor units
 */
public record PricingInput(
        CurrencyUnit currency,
        Instant asOf,
        ZoneId zone,
        TaxGroup tax,
        long balanceMinor,
        List<OpenInvoice> openInvoices,
        List<SeatChange> changes) {}
