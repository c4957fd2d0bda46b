package dev.puesto.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class ConsolePagesTests {
    private static final Pattern NONCE = Pattern.compile("style-src 'self' 'nonce-([^']+)'");

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    @Autowired
    TestApi api;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/x", "/a/x/s/y/change?seats=3", "/ops/accounts", "/api", "/nothing/of/the.kind"})
    void everyPageIsTheShellForEverybody(String path) {
        Answer page = get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("<title>Puesto</title>").doesNotContain("__CSP_NONCE__");
    }

    @Test
    void pagesHaveAStrictPolicyWithAFreshNonce() {
        Answer page = get("/a/x");
        String policy = page.header("Content-Security-Policy");
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "connect-src 'self';",
                        "frame-src 'none'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(nonce(policy)).hasSize(24).isNotEqualTo(nonce(get("/a/x").header("Content-Security-Policy")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/nothing.js", "/assets/", "/assets", "/nothing.js", "/actuator/health", "/actuator"})
    void whatIsNoPageIsNotFound(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void everyFileThatTheShellNamesIsThere() {
        String shell = get("/").body();
        assumeThat(shell).as("the console was left out of the build").doesNotContain("Built without the console");
        List<String> files =
                FILE.matcher(shell).results().map(found -> found.group(1)).toList();
        assertThat(files).anyMatch(file -> file.endsWith(".js")).anyMatch(file -> file.endsWith(".svg"));
        assertThat(files)
                .allSatisfy(file -> assertThat(get(file).status()).as(file).isEqualTo(200));
    }

    @Test
    void nothingIsPostedToAPage() {
        assertThat(api.send(HttpRequest.newBuilder(api.at("/a/x")).POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
    }

    private Answer get(String path) {
        return api.send(HttpRequest.newBuilder(api.at(path)));
    }

    private static String nonce(String policy) {
        Matcher matcher = NONCE.matcher(policy);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
