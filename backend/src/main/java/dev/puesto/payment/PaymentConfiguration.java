package dev.puesto.payment;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaymentSettings.class, SandboxSettings.class})
class PaymentConfiguration {

    /** The sandbox gateway's page belongs to no session: the key in its address is what lets a customer in. */
    @Bean
    @Order(11)
    SecurityFilterChain sandboxGatewayPage(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sandbox-gateway/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SandboxPage::guard)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
