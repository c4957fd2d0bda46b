package dev.puesto.graphql;

import dev.puesto.access.Scope;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import java.util.Optional;

/**
 * What a field of the schema needs, as its {@code @needs} says or, where it says nothing, that of its type. What says
 * {@code @open} asks for no more than the field that led to it.
 */
final class Needs {
    private static final String NEEDS = "needs";
    private static final String OPEN = "open";

    private Needs() {}

    /** The scope that the field of that type needs; empty if none. */
    static Optional<Scope> of(GraphQLNamedOutputType parent, GraphQLFieldDefinition field) {
        return states(field) ? stated(field) : ofType(parent);
    }

    /** The scope that the type's fields need where they state none of their own; empty if none. */
    static Optional<Scope> ofType(GraphQLNamedOutputType type) {
        return type instanceof GraphQLDirectiveContainer container ? stated(container) : Optional.empty();
    }

    /** Whether the field or type says in the schema what it needs, be it nothing. */
    static boolean states(GraphQLDirectiveContainer element) {
        return element.hasAppliedDirective(NEEDS) || element.hasAppliedDirective(OPEN);
    }

    private static Optional<Scope> stated(GraphQLDirectiveContainer element) {
        GraphQLAppliedDirective directive = element.getAppliedDirective(NEEDS);
        return directive == null
                ? Optional.empty()
                : Optional.of(Scope.valueOf(directive.getArgument("scope").getValue()));
    }
}
