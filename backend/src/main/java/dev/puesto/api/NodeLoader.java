package dev.puesto.api;

import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Loads the objects of one node type for {@code node} and {@code nodes}. Each feature has one per node type of its
 * own, as a bean. What the viewer may not see is left out of the answer, like what does not exist; the scope that the
 * type needs is stated in the schema and checked before.
 */
public interface NodeLoader {

    /** The name of the GraphQL type, as in its global ids. */
    String type();

    /**
     * The objects of those ids in one account, in one statement.
     *
     * @param account the account of the ids; for a type of the installation's, a value that is to be ignored
     */
    Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids);
}
