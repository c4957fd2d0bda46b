package dev.puesto;

import dev.puesto.tax.TaxRates;
import dev.puesto.tax.TaxReference;
import dev.puesto.tax.TaxSettings;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Refuses a start where the seller's settings name a country whose tax nobody could work out. */
@Component
@DependsOnDatabaseInitialization
class SellerCheck implements InitializingBean {
    private final TaxSettings seller;
    private final TaxReference taxes;

    SellerCheck(TaxSettings seller, TaxReference taxes) {
        this.seller = seller;
        this.taxes = taxes;
    }

    @Override
    public void afterPropertiesSet() {
        TaxRates rates = taxes.policy().rates();
        var unknown = new TreeSet<>(Stream.concat(Stream.of(seller.country()), seller.registrations().stream())
                .filter(country -> !rates.hasStandardRate(country))
                .toList());
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "The seller collects tax in " + String.join(", ", unknown)
                            + " (puesto.tax.country, puesto.tax.registrations), but the database knows no tax rate of it.",
                    "Name countries by their two capitals of ISO 3166, or add the country to the table tax_country and its"
                            + " standard rate to tax_rate as puesto_owner, and start again.");
        }
    }
}
