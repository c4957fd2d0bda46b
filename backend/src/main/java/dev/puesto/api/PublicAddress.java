package dev.puesto.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the world reaches this installation; never taken from a request.
 *
 * @param publicUrl scheme, host and port, without a slash at the end; it names the embedded issuer too
 */
@ConfigurationProperties("puesto")
public record PublicAddress(URI publicUrl) {

    /** The GraphQL endpoint: what an access token must be meant for. */
    public String graphQl() {
        return at("/graphql");
    }

    /** Whether it is reached by TLS, so that cookies go by it only. */
    public boolean isSecure() {
        return base().startsWith("https:");
    }

    /** The address of a path that begins with a slash. */
    public String at(String path) {
        return base() + path;
    }

    /** The address without a slash at the end: the embedded issuer's name. */
    public String base() {
        String url = publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
