package dev.puesto;

import java.io.Serial;

/** Puesto cannot start here: one sentence that says why, and one that says what to do. */
class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
