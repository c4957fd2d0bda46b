package dev.puesto.signin;

import dev.puesto.TestApi.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does: keeps cookies, follows redirects when told, sends the form that it was shown. */
public final class TestBrowser {
    private static final String PUBLIC = "http://127.0.0.1:0";
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final int REDIRECTS_MAX = 10;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept-Language", "en"));
    private final URI base;
    private URI place;

    public TestBrowser(URI base) {
        this.base = base;
        this.place = base;
    }

    /** Where it is: path and search. */
    String place() {
        return place.getRawPath() + (place.getRawQuery() == null ? "" : "?" + place.getRawQuery());
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Another browser with the same cookies. */
    TestBrowser copyAt(URI otherBase) {
        TestBrowser copy = new TestBrowser(otherBase);
        cookies().forEach(cookie -> copy.cookies.getCookieStore().add(null, cookie));
        return copy;
    }

    TestBrowser speaking(String language) {
        headers.put("Accept-Language", language);
        return this;
    }

    /** Visits an address and follows every redirect. */
    Answer visit(String address) {
        Answer answer = get(address);
        for (int i = 0; i < REDIRECTS_MAX && answer.status() / 100 == 3; i++) {
            answer = get(answer.header("Location"));
        }
        return answer;
    }

    /** One request, without following. */
    Answer get(String address) {
        return send(HttpRequest.newBuilder(at(address)).GET());
    }

    /** Fills in the form that the page shows and follows. */
    Answer submit(Answer page, String email, String password) {
        Answer answer = post(page, email, password);
        return answer.status() / 100 == 3 ? visit(answer.header("Location")) : answer;
    }

    /** Sends the form that the page shows. */
    Answer post(Answer page, String email, String password) {
        String form = "email=" + encoded(email) + "&password=" + encoded(password) + "&_csrf="
                + encoded(found(TOKEN, page.body()));
        return send(HttpRequest.newBuilder(at(found(ACTION, page.body()).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Goes through the whole sign-in. */
    public Answer signIn(String email, String password, String wanted) {
        return submit(visit("/login?continue=" + encoded(wanted)), email, password);
    }

    /** Asks the API as the console does. */
    public Answer ask(String document, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/graphql"))
                .header("Content-Type", "application/json")
                .header("X-Puesto-CSRF", "1")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonMapper().writeValueAsString(Map.of("query", document))));
        for (int i = 0; i < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        return send(request);
    }

    Answer send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        try {
            HttpRequest sent = request.build();
            place = sent.uri();
            return new Answer(http.send(sent, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public address of a test stands for the one where the application really listens. */
    URI at(String address) {
        String local = address.startsWith(PUBLIC) ? address.substring(PUBLIC.length()) : address;
        return base.resolve(local);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return matcher.group(1).replace("&amp;", "&");
    }
}
