package dev.puesto.tax;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks what a customer typed, and remembers answers for minutes, so that neither a seat quote with {@code taxIdToAdd}
 * nor a register that is down costs a question each time. Call it outside of a transaction.
 */
@Component
public final class TaxIdChecks {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration ANSWERED = Duration.ofMinutes(10);
    private static final Duration UNANSWERED = Duration.ofSeconds(30);

    private final TaxIdChecker checker;
    private final Cache<TaxIdNumber, TaxIdChecker.Answer> answers = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfter(Expiry.creating((TaxIdNumber number, TaxIdChecker.Answer answer) ->
                    answer.state() == TaxIdState.UNVERIFIED ? UNANSWERED : ANSWERED))
            .build();

    TaxIdChecks(TaxIdChecker checker) {
        this.checker = checker;
    }

    /**
     * Reads and checks a number.
     *
     * @param typed as the customer gave it
     * @param accountCountry the customer's country by ISO 3166, for a number without prefix
     * @param now when it is asked
     * @return empty if it is no VAT number: wrong form or checksum
     */
    public Optional<CheckedTaxId> check(String typed, String accountCountry, Instant now) {
        return TaxIdNumber.parse(typed, accountCountry).map(number -> checked(number, now));
    }

    private CheckedTaxId checked(TaxIdNumber number, Instant now) {
        var answer = answers.get(number, checker::check);
        return new CheckedTaxId(
                number, answer.state(), answer.state() == TaxIdState.UNVERIFIED ? null : now, answer.reference());
    }
}
