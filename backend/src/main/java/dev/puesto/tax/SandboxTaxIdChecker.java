package dev.puesto.tax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Knows the published sandbox numbers of {@code tax/sandbox-tax-ids.csv} and nothing else: three for each EU state and
 * for the United Kingdom, one of each answer. Any other number stays unverified.
 */
final class SandboxTaxIdChecker implements TaxIdChecker {

    private static final String NUMBERS = "/tax/sandbox-tax-ids.csv";

    private final Map<String, Answer> answers = read();

    @Override
    public boolean isSandbox() {
        return true;
    }

    @Override
    public Answer check(TaxIdNumber number) {
        return answers.getOrDefault(number.text(), Answer.UNVERIFIED);
    }

    private static Map<String, Answer> read() {
        var stream = Objects.requireNonNull(SandboxTaxIdChecker.class.getResourceAsStream(NUMBERS));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> answer(fields[0], fields[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String number, String state) {
        return switch (TaxIdState.valueOf(state)) {
            case VALID -> new Answer(TaxIdState.VALID, "SANDBOX-" + number);
            case INVALID -> new Answer(TaxIdState.INVALID, "SANDBOX-" + number);
            case UNVERIFIED -> Answer.UNVERIFIED;
        };
    }
}
