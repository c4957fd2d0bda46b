package dev.puesto.signin;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A human being who signs in.
 *
 * @param locale of the console and of mails: {@code es} or {@code en}
 * @param operator whether the person runs this installation
 * @param representative as whom the person handles corporate accounts; null for others
 */
record Person(
        PersonId id,
        String name,
        String email,
        String locale,
        boolean operator,
        @Nullable RepresentativeId representative) {

    /** The viewer of the person's requests; a session has all scopes. */
    Viewer.Person viewer() {
        return new Viewer.Person(id, email, operator, representative, EnumSet.allOf(Scope.class), Set.of());
    }
}
