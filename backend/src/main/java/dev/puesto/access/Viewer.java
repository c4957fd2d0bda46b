package dev.puesto.access;

import dev.puesto.id.ApiClientId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for one request: whom the token or session names, what it may open, and what this request uses of that.
 * Which accounts they may touch is in the database: see {@link AccountAccess}.
 */
public sealed interface Viewer {

    /** The public name: a client id, an e-mail address. */
    String name();

    /** What the token may open; a person's session has all. */
    Set<Scope> scopes();

    /** The scopes that the document of this request needs, all within {@link #scopes()}. */
    Set<Scope> uses();

    /** The same viewer with what another document needs. */
    Viewer using(Set<Scope> needed);

    /**
     * The actor as audit rows, carts and idempotency keys name it: {@code api-client:<id>}, {@code person:<id>} or
     * {@code system}.
     */
    String actor();

    /**
     * A program that signed in with client credentials.
     *
     * @param id of the row in {@code api_client}
     * @param name its client id
     */
    record ApiClient(ApiClientId id, String name, Set<Scope> scopes, Set<Scope> uses) implements Viewer {
        @Override
        public String actor() {
            return "api-client:" + id.value();
        }

        @Override
        public ApiClient using(Set<Scope> needed) {
            return new ApiClient(id, name, scopes, needed);
        }
    }

    /**
     * A person: a contact of accounts, or of the vendor's side. The roles in an account come from the database.
     *
     * @param id of the row in {@code person}
     * @param name the e-mail address
     * @param operator whether the person runs this installation
     * @param representative as whom the person handles corporate accounts; null for others
     */
    record Person(
            PersonId id,
            String name,
            boolean operator,
            @Nullable RepresentativeId representative,
            Set<Scope> scopes,
            Set<Scope> uses)
            implements Viewer {
        @Override
        public String actor() {
            return "person:" + id.value();
        }

        @Override
        public Person using(Set<Scope> needed) {
            return new Person(id, name, operator, representative, scopes, needed);
        }
    }

    /**
     * The product itself: jobs and the loading of demo data.
     *
     * @param name of the job, as audit rows show it
     */
    record System(String name) implements Viewer {
        @Override
        public Set<Scope> scopes() {
            return Set.of(Scope.values());
        }

        @Override
        public Set<Scope> uses() {
            return Set.of();
        }

        @Override
        public System using(Set<Scope> needed) {
            return this;
        }

        @Override
        public String actor() {
            return "system";
        }
    }
}
