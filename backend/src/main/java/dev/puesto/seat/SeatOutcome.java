package dev.puesto.seat;

/** What came of one user in a change of seats. The letter keeps it in the answer of an idempotency key: never reuse one. */
enum SeatOutcome {
    /** Got a seat. */
    ASSIGNED('A', true),
    /** Sat in the subscription before; nothing changed. */
    ALREADY_SEATED('S', true),
    /** Lost the seat. */
    RELEASED('R', true),
    /** Did not sit in the subscription; nothing changed. */
    NOT_SEATED('N', true),
    /** Could have been changed, but the whole call was refused. */
    NOT_CHANGED('X', true),
    /** There is no such user in the account. */
    USER_NOT_FOUND('U', false),
    /** The user is deactivated. */
    USER_DEACTIVATED('D', false),
    /** The user sits in another subscription of the same product. */
    SEATED_ELSEWHERE('E', false),
    /** No seat was left. */
    NO_FREE_SEAT('F', false);

    private final char letter;
    private final boolean fine;

    SeatOutcome(char letter, boolean fine) {
        this.letter = letter;
        this.fine = fine;
    }

    char letter() {
        return letter;
    }

    /** Whether it stands in no call's way. */
    boolean fine() {
        return fine;
    }

    /** Whether something changed. */
    boolean changed() {
        return this == ASSIGNED || this == RELEASED;
    }

    static SeatOutcome ofLetter(char letter) {
        for (SeatOutcome outcome : values()) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("No outcome has the letter " + letter);
    }
}
