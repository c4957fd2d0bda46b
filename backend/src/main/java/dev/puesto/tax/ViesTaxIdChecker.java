package dev.puesto.tax;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the European Commission's VIES about numbers of EU states. Whatever is not a clear yes or no (no answer in time,
 * an error, a state's register that is down, an answer that cannot be read) leaves the number unverified.
 */
final class ViesTaxIdChecker implements TaxIdChecker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViesTaxIdChecker.class);
    private static final int LONGEST_ANSWER = 20_000;
    private static final Set<String> NOT_ASKED = Set.of("GB", "XI");

    private final TaxCheckSettings settings;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http;

    ViesTaxIdChecker(TaxCheckSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer check(TaxIdNumber number) {
        if (NOT_ASKED.contains(number.prefix())) {
            return Answer.UNVERIFIED;
        }
        var asked = http.sendAsync(request(number), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return answered(asked.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNVERIFIED;
        } catch (TimeoutException | ExecutionException | JacksonException e) {
            LOG.warn("VIES gave no answer about a number of {}: {}", number.prefix(), cause(e));
            return Answer.UNVERIFIED;
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(TaxIdNumber number) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("countryCode", number.prefix());
        body.put("vatNumber", number.withoutPrefix());
        TaxIdNumber.parse(settings.requester(), "").ifPresent(requester -> {
            body.put("requesterMemberStateCode", requester.prefix());
            body.put("requesterNumber", requester.withoutPrefix());
        });
        return HttpRequest.newBuilder(settings.viesUrl().resolve("check-vat-number"))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private Answer answered(HttpResponse<String> response) {
        JsonNode answer = json.readTree(response.body());
        JsonNode valid = answer.path("valid");
        if (response.statusCode() != 200 || !valid.isBoolean() || isRefused(answer)) {
            LOG.warn("VIES answered {} without a yes or no", response.statusCode());
            return Answer.UNVERIFIED;
        }
        String reference = answer.path("requestIdentifier").asString("");
        return new Answer(
                valid.booleanValue() ? TaxIdState.VALID : TaxIdState.INVALID, reference.isEmpty() ? null : reference);
    }

    /** A register that is down answers 200, with {@code valid: false} beside the error. */
    private static boolean isRefused(JsonNode answer) {
        String error = answer.path("userError").asString("");
        return !answer.path("actionSucceed").asBoolean(true)
                || !(error.isEmpty() || error.equals("VALID") || error.equals("INVALID"));
    }

    private static String cause(Exception e) {
        return (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    }
}
