package dev.puesto.console;

import dev.puesto.api.PagePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Lets everybody read the console's pages and files, signed in or not: what they show comes from the API, which asks for a
 * session. No session is looked at here.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    @Bean
    @Order(20)
    SecurityFilterChain consoleFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(new AndRequestMatcher(
                        new OrRequestMatcher(
                                PATHS.matcher(HttpMethod.GET, "/**"), PATHS.matcher(HttpMethod.HEAD, "/**")),
                        new NegatedRequestMatcher(new OrRequestMatcher(
                                PATHS.matcher("/actuator/**"),
                                PATHS.matcher("/error"),
                                PATHS.matcher("/.well-known/**"),
                                PATHS.matcher("/connect/**"),
                                PATHS.matcher("/oauth2/**")))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(PagePolicy::strict)
                .build();
    }
}
