package dev.puesto.seatquote;

import java.math.BigInteger;

/** An amount in minor units before it is rounded, as a fraction in lowest terms. */
public record ExactAmount(BigInteger numerator, BigInteger denominator) {

    static ExactAmount of(BigInteger numerator, BigInteger denominator) {
        var divisor = numerator.gcd(denominator);
        return new ExactAmount(numerator.divide(divisor), denominator.divide(divisor));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
