package dev.puesto.money;

/** An amount left the range of {@link Amounts#MAXIMUM_MINOR}; whoever computes from input catches it at the edge. */
public final class AmountOutOfRange extends ArithmeticException {

    AmountOutOfRange(String amount) {
        super("amount out of range: " + amount);
    }
}
