package dev.puesto.tax;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TaxSettings.class, TaxCheckSettings.class, ExchangeRateSettings.class})
class TaxConfiguration {

    @Bean
    TaxIdChecker taxIdChecker(TaxCheckSettings settings) {
        return switch (settings.checker()) {
            case SANDBOX -> new SandboxTaxIdChecker();
            case VIES -> new ViesTaxIdChecker(settings);
        };
    }
}
