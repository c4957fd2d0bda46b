package dev.puesto.notification;

/** Text on its way into a mail's header. */
final class HeaderText {

    private HeaderText() {}

    /**
     * The same text, which holds no line break or other control character: nothing can begin a header of its own.
     *
     * @throws UnsafeHeader if it holds one
     */
    static String of(String text) {
        if (text.chars().anyMatch(Character::isISOControl) || text.contains("\u2028") || text.contains("\u2029")) {
            throw new UnsafeHeader();
        }
        return text;
    }

    /** A header would have held a control character; the message does not repeat it. */
    static final class UnsafeHeader extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsafeHeader() {
            super("A control character in a mail's header");
        }
    }
}
