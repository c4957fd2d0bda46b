package dev.puesto.signin;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an external issuer publishes: at the given address, or where its discovery document says. They are
 * fetched seldom whatever tokens say, and go on to be used while the issuer does not answer.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {
    /** A key that the issuer withdraws is good for no longer than one of our own. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final long USED_DURING_OUTAGE = Duration.ofHours(4).toMillis();
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int BYTES_MAX = 100_000;

    private final DefaultResourceRetriever http = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, BYTES_MAX);
    private final String issuer;
    private final @Nullable String address;

    private PublishedKeys(String issuer, @Nullable String address) {
        this.issuer = issuer;
        this.address = address;
    }

    static JWKSource<SecurityContext> of(String issuer, @Nullable String address) {
        return of(issuer, address, KEPT);
    }

    /**
     * The keys, fetched anew in the background in the last half of their time, by a request when it is over.
     *
     * @param kept how long they are used while the issuer answers
     */
    static JWKSource<SecurityContext> of(String issuer, @Nullable String address, Duration kept) {
        long half = kept.dividedBy(2).toMillis();
        return JWKSourceBuilder.create(new PublishedKeys(issuer, address))
                .cache(kept.toMillis(), kept.dividedBy(10).toMillis())
                .refreshAheadCache(half, false)
                .rateLimited(half)
                .outageTolerant(USED_DURING_OUTAGE)
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
            throws KeySourceException {
        try {
            URL keys = url(address == null ? discovered() : address);
            return JWKSet.parse(http.retrieveResource(keys).getContent());
        } catch (IOException | ParseException e) {
            throw new RemoteKeySourceException("The keys of the issuer cannot be read: " + e.getMessage(), e);
        }
    }

    private String discovered() throws IOException, ParseException {
        URL document = url(issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration");
        Map<String, Object> metadata =
                JSONObjectUtils.parse(http.retrieveResource(document).getContent());
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new IOException("The discovery document names another issuer");
        }
        return JSONObjectUtils.getString(metadata, "jwks_uri");
    }

    private static URL url(String address) throws MalformedURLException {
        return URI.create(address).toURL();
    }

    @Override
    public void close() {}
}
