package dev.puesto.subscription;

import dev.puesto.api.UserError;
import java.util.List;

/** The change was applied, replaced or undone before, or is due already. */
record ScheduledChangeClosed() implements UserError {
    @Override
    public List<String> field() {
        return List.of("input", "scheduledChangeId");
    }
}
