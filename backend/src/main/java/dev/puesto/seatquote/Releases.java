package dev.puesto.seatquote;

import dev.puesto.id.UserId;
import dev.puesto.subscription.ReleaseRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which assigned seats a change frees.
 *
 * @param rule frees as many as the change needs; null: none, or those of the users named
 * @param userIds whose seats it frees; empty where there is a rule
 */
public record Releases(@Nullable ReleaseRule rule, List<UserId> userIds) {

    /** It frees none. */
    public static final Releases NONE = new Releases(null, List.of());

    /** It frees those of the users named. */
    public static Releases of(List<UserId> userIds) {
        return new Releases(null, userIds);
    }

    /** It frees as many as it needs by a rule. */
    public static Releases by(ReleaseRule rule) {
        return new Releases(rule, List.of());
    }
}
