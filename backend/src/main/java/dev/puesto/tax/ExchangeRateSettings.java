package dev.puesto.tax;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where exchange rates come from; needed where tax is owed in another currency than a document's.
 *
 * @param url of reference rates in the European Central Bank's form, such as
 *     https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml; without one nobody is asked
 * @param interval how long the job that reads them rests: rates are published once each working day
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("puesto.tax.exchange-rates")
public record ExchangeRateSettings(
        @Nullable URI url,
        @DefaultValue("6h") Duration interval,
        @DefaultValue("10s") Duration timeout) {}
