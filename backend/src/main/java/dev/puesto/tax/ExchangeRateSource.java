package dev.puesto.tax;

import dev.puesto.tax.TaxRates.ExchangeRate;
import java.util.List;

/** Who publishes what currencies are worth. Call it outside of a transaction. */
interface ExchangeRateSource {

    /** The rates of the last days that it tells of; empty where it gave no clear answer. */
    List<Published> published();

    /** The rate of a currency on a day. */
    record Published(String currency, ExchangeRate rate) {}
}
