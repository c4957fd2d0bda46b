package dev.puesto.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The pages that the server writes itself, in the browser's language or in the one that was chosen there. */
@Component
public class ServerPages {
    private static final Set<String> LANGUAGES = Set.of("es", "en");
    private static final String LANGUAGE_COOKIE = "puesto-language";
    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);

    private final SpringTemplateEngine templates;
    private final Messages messages;
    private final PublicAddress address;

    ServerPages(SpringTemplateEngine templates, Messages messages, PublicAddress address) {
        this.templates = templates;
        this.messages = messages;
        this.address = address;
    }

    /** Writes the template with that HTTP status; {@code text} in it gives a sentence by its key. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            Map<String, @Nullable Object> model)
            throws IOException {
        Locale language = language(request, response);
        PagePolicy policy = PagePolicy.withoutScripts();
        Function<String, String> text = key -> messages.text(language, key);
        Map<String, @Nullable Object> all = new HashMap<>(model);
        all.put("text", text);
        all.put("language", language.getLanguage());
        all.put("nonce", policy.nonce());
        byte[] page = templates.process(template, new Context(language, all)).getBytes(StandardCharsets.UTF_8);
        policy.apply(response);
        response.setStatus(status);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private Locale language(HttpServletRequest request, HttpServletResponse response) {
        String chosen = request.getParameter("lang");
        if (chosen != null && LANGUAGES.contains(chosen)) {
            remember(chosen, response);
            return Locale.of(chosen);
        }
        var cookie = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        return cookie != null && LANGUAGES.contains(cookie.getValue())
                ? Locale.of(cookie.getValue())
                : Refusals.language(request);
    }

    /** The console's scripts read it too. */
    private void remember(String language, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(LANGUAGE_COOKIE, language)
                .secure(address.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(LANGUAGE_KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
