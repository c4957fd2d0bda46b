package dev.puesto.graphql;

import dev.puesto.access.Scope;
import graphql.language.OperationDefinition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation before it runs, derived once from its document.
 *
 * @param name null for an operation without a name
 * @param scopes that its fields need
 * @param cost in points
 */
record OperationPlan(@Nullable String name, OperationDefinition.Operation kind, Set<Scope> scopes, CostTerm cost) {}
