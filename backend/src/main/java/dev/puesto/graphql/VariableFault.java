package dev.puesto.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds which part of the variables does not fit its type: the engine tells only the variable. */
final class VariableFault {
    private final GraphQLSchema schema;

    private VariableFault(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The path from the variable on to the first value that does not fit; empty if each fits. */
    static Optional<List<String>> find(
            GraphQLSchema schema, OperationDefinition operation, Map<String, Object> variables) {
        VariableFault fault = new VariableFault(schema);
        return operation.getVariableDefinitions().stream()
                .flatMap(variable -> fault.find(variable, variables).stream())
                .findFirst();
    }

    private Optional<List<String>> find(VariableDefinition variable, Map<String, Object> variables) {
        String name = variable.getName();
        boolean byDefault = variable.getDefaultValue() != null && !variables.containsKey(name);
        return byDefault ? Optional.empty() : find(typeOf(variable.getType()), variables.get(name), List.of(name));
    }

    private GraphQLType typeOf(Type<?> type) {
        return switch (type) {
            case NonNullType required -> GraphQLNonNull.nonNull(typeOf(required.getType()));
            case ListType list -> GraphQLList.list(typeOf(list.getType()));
            case TypeName name -> schema.getType(name.getName());
            default -> throw new IllegalStateException("No type of GraphQL: " + type.getClass());
        };
    }

    private Optional<List<String>> find(GraphQLType type, @Nullable Object value, List<String> path) {
        if (type instanceof GraphQLNonNull required) {
            return value == null ? Optional.of(path) : find(required.getWrappedType(), value, path);
        }
        if (value == null) {
            return Optional.empty();
        }
        return switch (type) {
            case GraphQLList list -> inList(list.getWrappedType(), value, path);
            case GraphQLInputObjectType object -> inObject(object, value, path);
            case GraphQLScalarType scalar -> inLeaf(scalar, value, path);
            case GraphQLEnumType values -> inLeaf(values, value, path);
            case GraphQLTypeReference reference -> find(schema.getType(reference.getName()), value, path);
            default -> Optional.empty();
        };
    }

    private Optional<List<String>> inList(GraphQLType each, Object value, List<String> path) {
        if (!(value instanceof Collection<?> items)) {
            return find(each, value, path);
        }
        int index = 0;
        for (Object item : items) {
            Optional<List<String>> fault = find(each, item, and(path, String.valueOf(index)));
            if (fault.isPresent()) {
                return fault;
            }
            index++;
        }
        return Optional.empty();
    }

    private Optional<List<String>> inObject(GraphQLInputObjectType type, Object value, List<String> path) {
        if (!(value instanceof Map<?, ?> members) || (type.isOneOf() && members.size() != 1)) {
            return Optional.of(path);
        }
        for (Object name : members.keySet()) {
            if (type.getFieldDefinition(name.toString()) == null) {
                return Optional.of(and(path, name.toString()));
            }
        }
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean byDefault = field.hasSetDefaultValue() && !members.containsKey(field.getName());
            Optional<List<String>> fault = byDefault
                    ? Optional.empty()
                    : find(field.getType(), members.get(field.getName()), and(path, field.getName()));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> inLeaf(GraphQLInputType leaf, Object value, List<String> path) {
        GraphQLContext context = GraphQLContext.getDefault();
        try {
            switch (leaf) {
                case GraphQLScalarType scalar -> scalar.getCoercing().parseValue(value, context, Locale.ENGLISH);
                case GraphQLEnumType values -> values.parseValue(value, context, Locale.ENGLISH);
                default -> throw new IllegalStateException("No leaf: " + leaf);
            }
            return Optional.empty();
        } catch (GraphQLException e) {
            return Optional.of(path);
        }
    }

    private static List<String> and(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }
}
