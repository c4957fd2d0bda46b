package dev.puesto.tax;

import dev.puesto.tax.TaxRates.ExchangeRate;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the European Central Bank's reference rates. An answer counts as a whole or not at all: whatever is not a list of
 * rates of days that have come (no answer in time, an error, a page, a number that is none) brings no rate.
 */
final class EcbExchangeRates implements ExchangeRateSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EcbExchangeRates.class);
    private static final String SOURCE = "European Central Bank";
    private static final int LONGEST_ANSWER = 1_000_000;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("\\d{1,10}(\\.\\d{1,8})?");

    private final ExchangeRateSettings settings;
    private final Clock clock;
    private final HttpRequest request;
    private final HttpClient http;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

    EcbExchangeRates(ExchangeRateSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Accept", "application/xml, text/xml")
                .build();
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    @Override
    public List<Published> published() {
        var asked = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return answered(asked.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | XMLStreamException | DateTimeException | Unreadable e) {
            LOG.warn("No exchange rates from {}: {}", settings.url(), cause(e));
        } finally {
            asked.cancel(true);
        }
        return List.of();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private List<Published> answered(HttpResponse<String> response) throws XMLStreamException, Unreadable {
        if (response.statusCode() != 200) {
            throw new Unreadable("it answered " + response.statusCode());
        }
        XMLStreamReader reader = xml.createXMLStreamReader(new StringReader(response.body()));
        List<Published> rates = new ArrayList<>();
        LocalDate day = null;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("Cube")) {
                day = reader.getAttributeValue(null, "time") == null ? day : day(reader);
                if (day != null && reader.getAttributeValue(null, "currency") != null) {
                    rates.add(rate(reader, day));
                }
            }
        }
        if (rates.isEmpty()) {
            throw new Unreadable("its answer holds no rate");
        }
        return rates;
    }

    private LocalDate day(XMLStreamReader cube) throws Unreadable {
        LocalDate day = LocalDate.parse(cube.getAttributeValue(null, "time"));
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new Unreadable("its rates are of a day to come");
        }
        return day;
    }

    private static Published rate(XMLStreamReader cube, LocalDate day) throws Unreadable {
        String currency = cube.getAttributeValue(null, "currency");
        String rate = cube.getAttributeValue(null, "rate");
        if (!CURRENCY.matcher(currency).matches()
                || rate == null
                || !RATE.matcher(rate).matches()) {
            throw new Unreadable("a rate cannot be read");
        }
        BigDecimal units = new BigDecimal(rate);
        if (units.signum() == 0) {
            throw new Unreadable("a rate is zero");
        }
        return new Published(currency, new ExchangeRate(day, units, SOURCE));
    }

    private static String cause(Exception e) {
        return e instanceof Unreadable
                ? e.getMessage()
                : (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    }

    /** An answer that is no list of rates. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
