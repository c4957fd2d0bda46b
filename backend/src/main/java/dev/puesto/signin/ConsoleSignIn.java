package dev.puesto.signin;

import dev.puesto.api.PagePolicy;
import dev.puesto.api.PublicAddress;
import dev.puesto.api.Refusals;
import dev.puesto.api.ServerPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The console's sign-in: the authorization-code flow with a proof key runs here, the browser holds nothing but a cookie.
 * {@code GET /login?continue=<page>} begins it, {@code POST /logout} ends the session and says where the issuer ends its own.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSignIn {
    static final String REGISTRATION = "puesto";
    static final String START = "/login";
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSignIn.class);
    private static final String END = "/logout";
    private static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;
    static final PathPatternRequestMatcher STARTS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, START);

    private final ServerPages pages;
    private final Refusals refusals;

    ConsoleSignIn(ServerPages pages, Refusals refusals) {
        this.pages = pages;
        this.refusals = refusals;
    }

    /** Where the issuer sends a browser back to. */
    static String callback(PublicAddress address) {
        return address.at(CALLBACK);
    }

    /** Who is signed in to the console, in the browser's session. */
    @Bean
    SecurityContextRepository consoleSessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    @Order(4)
    SecurityFilterChain consoleSignInAndOut(
            HttpSecurity http,
            SecurityContextRepository consoleSessions,
            ClientRegistrationRepository issuers,
            PendingSignIns pending,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange,
            OAuth2UserService<OidcUserRequest, OidcUser> person,
            PublicAddress address,
            JsonMapper json)
            throws Exception {
        return http.securityMatcher(START, START + "/**", END)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(consoleSessions))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(PagePolicy::strict)
                .oauth2Login(login -> login.loginPage(START)
                        .clientRegistrationRepository(issuers)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(starting(issuers))
                                .authorizationRequestRepository(pending))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(exchange))
                        .userInfoEndpoint(user -> user.oidcUserService(person))
                        .successHandler(
                                (request, response, session) -> response.sendRedirect(PendingSignIns.target(request)))
                        .failureHandler(this::tellFailure))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, END))
                        .logoutSuccessHandler(endAtIssuer(issuers, address, json)))
                .addFilterBefore(new IssuerOutage(), WebAsyncManagerIntegrationFilter.class)
                .addFilterBefore(new OwnPagesOnly(refusals), LogoutFilter.class)
                .addFilterBefore(new AtPublicAddress(address), LogoutFilter.class)
                .build();
    }

    /** Begins at one address, whatever issuer there is. */
    private static OAuth2AuthorizationRequestResolver starting(ClientRegistrationRepository issuers) {
        var standard = new DefaultOAuth2AuthorizationRequestResolver(issuers, START);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return STARTS.matches(request) ? resolve(request, REGISTRATION) : null;
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return standard.resolve(request, registration);
            }
        };
    }

    /** A script asks and then follows: the issuer's own site must be visited by the browser itself. */
    private static OidcClientInitiatedLogoutSuccessHandler endAtIssuer(
            ClientRegistrationRepository issuers, PublicAddress address, JsonMapper json) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(issuers);
        handler.setPostLogoutRedirectUri(address.at(START));
        handler.setDefaultTargetUrl(START);
        handler.setRedirectStrategy((request, response, location) -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(Map.of("location", location)));
        });
        return handler;
    }

    private void tellFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String code = cause instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : cause.getClass().getSimpleName();
        LOG.info("A sign-in came to nothing: {}", code);
        boolean unknown = code.equals(SignedInPerson.UNKNOWN);
        tell(request, response, HttpServletResponse.SC_FORBIDDEN, unknown ? "unknown" : "failed");
    }

    private void tellOutage(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        LOG.warn("No sign-in can begin", cause);
        tell(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "noIssuer");
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException {
        String wanted = UriUtils.encode(PendingSignIns.target(request), StandardCharsets.UTF_8);
        Map<String, Object> model = Map.of("problem", problem, "again", START + "?continue=" + wanted);
        pages.write(request, response, status, "sign-in-failed", model);
    }

    /** Where an issuer of the vendor's own is not configured or does not answer, a sign-in cannot even begin. */
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failuresToldByPage() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(ConsoleSignIn.this::tellOutage);
                return filter;
            }
        };
    }
}
