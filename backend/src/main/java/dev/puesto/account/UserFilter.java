package dev.puesto.account;

import org.jspecify.annotations.Nullable;

/**
 * Which users of an account are meant; what is null narrows nothing.
 *
 * @param search how the name or the e-mail address begins
 * @param inactiveForDays without a sign-in for that many days; who never signed in counts from the invitation
 */
public record UserFilter(
        @Nullable String search,
        @Nullable UserStatus status,
        @Nullable Integer inactiveForDays,
        @Nullable UserSeatFilter seat) {
    /** All users. */
    public static final UserFilter ALL = new UserFilter(null, null, null, null);

    /** The same, of users who can be given seats. */
    public UserFilter ofActive() {
        return new UserFilter(search, UserStatus.ACTIVE, inactiveForDays, seat);
    }

    /** How the name or the e-mail address begins; empty for all users. */
    String prefix() {
        return search == null ? "" : search.strip();
    }

    /** Whether it tells who has which seat. */
    boolean concernsSeats() {
        return seat != null || inactiveForDays != null;
    }

    /** Whether nothing but the status narrows the users. */
    boolean isOfStatusAtMost() {
        return prefix().isEmpty() && !concernsSeats();
    }

    /** Whether nothing but one kind of seat narrows the users. */
    boolean isOfSeatAtMost() {
        return prefix().isEmpty()
                && inactiveForDays == null
                && status != UserStatus.DEACTIVATED
                && seat != null
                && seat.isOfOneKind();
    }
}
