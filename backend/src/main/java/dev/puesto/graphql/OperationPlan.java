package dev.puesto.graphql;

import dev.puesto.access.Scope;
import graphql.language.OperationDefinition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation before it runs, derived once from its document.
 *
 * @param scopes that its fields need
 * @param cost in points
 */
record OperationPlan(OperationDefinition definition, Set<Scope> scopes, CostTerm cost) {

    /** Null for an operation without a name. */
    @Nullable
    String name() {
        return definition.getName();
    }

    /** Whether it reads, changes or subscribes. */
    OperationDefinition.Operation kind() {
        return definition.getOperation();
    }
}
