package dev.puesto.console;

import dev.puesto.api.PagePolicy;
import dev.puesto.payment.PaymentGateway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the console: its hashed files, which never change; the few others at the root; and the shell, one and the same
 * page wherever in the console an address leads. The shell takes a fresh nonce for styles wherever it has the placeholder.
 */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
    private static final String NONCE = "__CSP_NONCE__";
    private static final String FILES = "classpath:/static/";
    private static final String[] ROOT_FILES = {
        "/*.css", "/*.ico", "/*.js", "/*.json", "/*.png", "/*.svg", "/*.txt", "/*.webmanifest", "/*.woff2"
    };
    private static final String WITHOUT_CONSOLE =
            "<!doctype html><title>Puesto</title><p>Built without the console.</p>";
    private static final Pattern HASHED = Pattern.compile(".+-[A-Za-z0-9_-]{8}\\.[a-z0-9.]+");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forEver =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        serve(registry, forEver, "assets/", "/assets/**");
        serve(registry, CacheControl.noCache(), "assets/", withoutHash());
        serve(registry, CacheControl.noCache(), "", ROOT_FILES);
    }

    private static void serve(ResourceHandlerRegistry registry, CacheControl kept, String folder, String... paths) {
        if (paths.length > 0) {
            registry.addResourceHandler(paths)
                    .addResourceLocations(FILES + folder)
                    .setCacheControl(kept)
                    .resourceChain(true)
                    .addResolver(new EncodedResourceResolver());
        }
    }

    /** The assets whose name stays the same in the next release; as patterns, since only what varies is looked up. */
    private static String[] withoutHash() {
        try {
            Resource[] assets = new PathMatchingResourcePatternResolver().getResources(FILES + "assets/*");
            return Arrays.stream(assets)
                    .map(Resource::getFilename)
                    .filter(name -> name != null && !HASHED.matcher(name).matches())
                    .map(name -> "/assets/{file:" + Pattern.quote(name) + "}")
                    .toArray(String[]::new);
        } catch (FileNotFoundException withoutConsole) {
            return new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After every other mapping: what nothing else answers is a page's address. */
    @Bean
    SimpleUrlHandlerMapping consoleShell(PaymentGateway gateway) {
        HttpRequestHandler shell = new Shell(text(), gateway);
        HttpRequestHandler nothing = (request, response) -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        SimpleUrlHandlerMapping mapping =
                new SimpleUrlHandlerMapping(Map.of("/**", shell, "/assets", nothing, "/actuator/**", nothing));
        mapping.setOrder(Ordered.LOWEST_PRECEDENCE);
        return mapping;
    }

    private static String text() {
        ClassPathResource index = new ClassPathResource("static/index.html");
        try {
            return index.exists() ? index.getContentAsString(StandardCharsets.UTF_8) : WITHOUT_CONSOLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Shell(String text, PaymentGateway gateway) implements HttpRequestHandler {
        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            PagePolicy policy = PagePolicy.withScripts(gateway.form().origins());
            byte[] page = text.replace(NONCE, policy.nonce()).getBytes(StandardCharsets.UTF_8);
            policy.apply(response);
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        }
    }
}
