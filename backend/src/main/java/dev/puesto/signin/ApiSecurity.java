package dev.puesto.signin;

import dev.puesto.access.Scope;
import dev.puesto.api.PublicAddress;
import dev.puesto.api.Refusals;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Lets nobody to the API without a valid access token or a session of the console, and to nothing else that no other package opens. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String SCHEME = "Bearer ";
    private static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource/graphql";

    /** Spring's own measuring of each filter costs more than the filters. */
    @Bean
    SecurityObservationSettings withoutSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Spring's firewall, but for its regular expressions over each header's value, which cost as much as a query. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(ApiSecurity::isPlainText);
        return firewall;
    }

    /** A loop, for it runs over each header of each request; a stream of the characters takes several times as long. */
    private static boolean isPlainText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || c > '~' && !Character.isDefined(c)) {
                return false;
            }
        }
        return true;
    }

    @Bean
    UnauthenticatedAnswer unauthenticatedAnswer(Refusals refusals, PublicAddress address) {
        BearerTokenAuthenticationEntryPoint standard = new BearerTokenAuthenticationEntryPoint();
        standard.setResourceMetadataParameterResolver(request -> address.at(RESOURCE_METADATA));
        return new UnauthenticatedAnswer(standard, refusals);
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            TokenVerifier tokens,
            SecurityContextRepository consoleSessions,
            People people,
            Refusals refusals,
            UnauthenticatedAnswer unauthenticated)
            throws Exception {
        return bare(http.securityMatcher("/graphql"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthenticated))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens::authenticate)
                        .bearerTokenResolver(ApiSecurity::bearerToken)
                        .authenticationEntryPoint(unauthenticated)
                        .withObjectPostProcessor(failuresTo(unauthenticated)))
                .addFilterBefore(
                        new ViewerOfSession(consoleSessions, people, refusals, unauthenticated),
                        BearerTokenAuthenticationFilter.class)
                .build();
    }

    /** What the API is and whose tokens it takes (RFC 9728). */
    @Bean
    @Order(3)
    SecurityFilterChain resourceMetadata(
            HttpSecurity http,
            TokenVerifier tokens,
            PublicAddress address,
            @Value("${" + ExternalIssuer.ISSUER_URI + ":${puesto.public-url}}") String issuer)
            throws Exception {
        return stateless(http.securityMatcher(RESOURCE_METADATA))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens::authenticate)
                        .protectedResourceMetadata(metadata -> metadata.protectedResourceMetadataCustomizer(
                                about -> describe(about, address.graphQl(), issuer))))
                .build();
    }

    /** Health is open on its own port; what no other chain names does not exist. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        HttpStatusEntryPoint notFound = new HttpStatusEntryPoint(HttpStatus.NOT_FOUND);
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(notFound))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults());
    }

    /** Only the filters that a request with a token needs: each of the others costs every request. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
    }

    /** The token of the header alone; what is no token is found out when it is checked. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static void describe(OAuth2ProtectedResourceMetadata.Builder about, String resource, String issuer) {
        about.resource(resource).authorizationServer(issuer).tlsClientCertificateBoundAccessTokens(false);
        about.scopes(
                scopes -> Arrays.stream(Scope.values()).map(Scope::wireName).forEach(scopes::add));
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(UnauthenticatedAnswer answer) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answer::commence);
                return filter;
            }
        };
    }
}
