package dev.puesto.graphql;

import dev.puesto.graphql.TextCoercing.Wire;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** The schema's own scalars; what each is stands in {@code base.graphqls}. */
final class Scalars {
    private static final BigInteger LARGEST_SAFE_INTEGER =
            BigInteger.TWO.pow(53).subtract(BigInteger.ONE);
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Instant FIRST_INSTANT = Instant.EPOCH;
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59Z");
    private static final int DIGITS_MAX = 40;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("DateTime", new TextCoercing<>(Wire.STRING, Scalars::instant, Scalars::writeInstant)),
                scalar("Date", new TextCoercing<>(Wire.STRING, LocalDate::parse, Object::toString)),
                scalar("Decimal", new TextCoercing<>(Wire.STRING_OR_NUMBER, Scalars::decimal, Scalars::writeDecimal)),
                scalar("Long", new TextCoercing<>(Wire.NUMBER, Scalars::safeInteger, Scalars::writeNumber)),
                scalar("UUID", new TextCoercing<>(Wire.STRING, Scalars::uuid, Object::toString)),
                scalar("CurrencyCode", new TextCoercing<>(Wire.STRING, CurrencyUnit::of, Object::toString)),
                scalar("SeatCount", new TextCoercing<>(Wire.NUMBER, Scalars::seats, Scalars::writeNumber)));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }

    private static String writeInstant(Object value) {
        return ((Instant) value).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > DIGITS_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return new BigDecimal(text);
    }

    private static String writeDecimal(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    private static Object writeNumber(Object value) {
        return ((Number) value).longValue();
    }

    private static Long safeInteger(String text) {
        BigInteger value = integer(text);
        if (value.abs().compareTo(LARGEST_SAFE_INTEGER) > 0) {
            throw new IllegalArgumentException("beyond 2^53 - 1");
        }
        return value.longValueExact();
    }

    /** Beyond the largest long is the largest: it is refused by the plan's limit, with the rule that says so. */
    private static Long seats(String text) {
        BigInteger value = integer(text);
        BigInteger bounded = value.min(LARGEST_LONG).max(LARGEST_LONG.negate());
        return bounded.longValueExact();
    }

    private static BigInteger integer(String text) {
        BigDecimal number = new BigDecimal(text);
        int digits = number.precision() - number.scale();
        if (digits > 1_000) {
            return number.signum() < 0 ? LARGEST_LONG.negate() : LARGEST_LONG;
        }
        return number.toBigIntegerExact();
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
