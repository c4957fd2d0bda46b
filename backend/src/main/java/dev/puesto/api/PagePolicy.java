package dev.puesto.api;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What a browser lets a page of ours do: nothing inline but styles with the answer's own nonce, nothing from elsewhere,
 * in nobody's frame.
 *
 * @param nonce of this one answer
 * @param directives the content security policy
 */
public record PagePolicy(String nonce, String directives) {
    private static final String HEADER = "Content-Security-Policy";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COMMON = "default-src 'none'; style-src 'self' 'nonce-%1$s'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String SCRIPTED = COMMON + "; script-src 'self'%2$s; connect-src 'self'%2$s; frame-src %3$s;"
            + " font-src 'self'; worker-src 'self'; manifest-src 'self'";

    /** The policy of a page without a script. */
    public static PagePolicy withoutScripts() {
        String nonce = fresh();
        return new PagePolicy(nonce, COMMON.formatted(nonce));
    }

    /** The policy of a page with scripts of ours and of those origins, which may put a form into a frame of the page. */
    public static PagePolicy withScripts(Collection<String> origins) {
        String nonce = fresh();
        String others = String.join(" ", origins);
        String added = others.isEmpty() ? "" : " " + others;
        return new PagePolicy(nonce, SCRIPTED.formatted(nonce, added, others.isEmpty() ? "'none'" : others));
    }

    /** Sets the headers of a page that is never kept. */
    public void apply(HttpServletResponse response) {
        response.setHeader(HEADER, directives);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=utf-8");
    }

    /** The headers that every answer to a browser carries beside. */
    public static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static String fresh() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }
}
