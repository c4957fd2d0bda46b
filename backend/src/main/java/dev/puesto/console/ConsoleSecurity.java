package dev.puesto.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lets everybody read the console's files; what they show comes from the API, which asks for a token. */
@Configuration
class ConsoleSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain consoleFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher("/", "/index.html", "/assets/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
