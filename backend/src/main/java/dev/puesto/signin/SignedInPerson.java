package dev.puesto.signin;

import dev.puesto.id.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * From what an issuer says of a person to the person in our database. A session keeps the id of that person and the ID
 * token, which ends the session at the issuer; the rest is read anew by each request.
 */
final class SignedInPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String UNKNOWN = "unknown_person";
    private static final String PERSON = "puesto_person";

    private final OAuth2UserService<OidcUserRequest, OidcUser> standard = new OidcUserService();
    private final People people;
    private final boolean ownIssuer;

    SignedInPerson(People people, boolean ownIssuer) {
        this.people = people;
        this.ownIssuer = ownIssuer;
    }

    /** The person of an authenticated session; empty for nobody. */
    static Optional<PersonId> id(@Nullable Authentication session) {
        return session != null
                        && session.getPrincipal() instanceof OidcUser user
                        && user.getClaimAsString(PERSON) != null
                ? Optional.of(new PersonId(UUID.fromString(user.getClaimAsString(PERSON))))
                : Optional.empty();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Person person = (ownIssuer ? bySubject(request.getIdToken()) : byEmail(request))
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN)));
        OidcIdToken full = request.getIdToken();
        Map<String, Object> claims = Map.of(
                IdTokenClaimNames.SUB,
                full.getSubject(),
                PERSON,
                person.id().value().toString());
        OidcIdToken kept = new OidcIdToken(full.getTokenValue(), full.getIssuedAt(), full.getExpiresAt(), claims);
        return new DefaultOidcUser(Set.of(), kept, PERSON);
    }

    private Optional<Person> bySubject(OidcIdToken token) {
        return people.find(new PersonId(UUID.fromString(token.getSubject())));
    }

    /** The ID token says the address, or else the issuer's answer about the user. */
    private Optional<Person> byEmail(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        StandardClaimAccessor claims = token.getEmail() == null ? standard.loadUser(request) : token;
        return Boolean.TRUE.equals(claims.getEmailVerified()) && claims.getEmail() != null
                ? people.find(claims.getEmail())
                : Optional.empty();
    }
}
