package dev.puesto.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes, for each field of the schema that can be reached, a valid document that asks for it. */
final class SchemaWalk {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("ID", "\"x\""),
            Map.entry("String", "\"x\""),
            Map.entry("Int", "1"),
            Map.entry("Float", "1.0"),
            Map.entry("Boolean", "true"),
            Map.entry("Long", "1"),
            Map.entry("SeatCount", "1"),
            Map.entry("Decimal", "\"1\""),
            Map.entry("UUID", "\"00000000-0000-0000-0000-000000000001\""),
            Map.entry("DateTime", "\"2026-01-01T00:00:00Z\""),
            Map.entry("Date", "\"2026-01-01\""),
            Map.entry("CurrencyCode", "\"EUR\""));

    private final GraphQLSchema schema;
    private final Map<String, String> ids;
    private final Set<String> visited = new HashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final List<Asked> found = new ArrayList<>();

    private SchemaWalk(GraphQLSchema schema, Map<String, String> ids) {
        this.schema = schema;
        this.ids = ids;
    }

    /** A field and a document that asks for it. */
    record Asked(GraphQLFieldsContainer parent, GraphQLFieldDefinition field, String document) {
        @Override
        public String toString() {
            return parent.getName() + "." + field.getName();
        }
    }

    private record Place(GraphQLNamedOutputType type, UnaryOperator<String> around) {}

    static List<Asked> fields(GraphQLSchema schema) {
        return fields(schema, Map.of());
    }

    /**
     * The same with ids of things that there are.
     *
     * @param ids by the names of an input's fields, and by those of a field and its argument with a dot between
     */
    static List<Asked> fields(GraphQLSchema schema, Map<String, String> ids) {
        SchemaWalk walk = new SchemaWalk(schema, ids);
        walk.open.add(new Place(schema.getQueryType(), inner -> "{ " + inner + " }"));
        if (schema.getMutationType() != null) {
            walk.open.add(new Place(schema.getMutationType(), inner -> "mutation { " + inner + " }"));
        }
        while (!walk.open.isEmpty()) {
            walk.visit(walk.open.poll());
        }
        return walk.found;
    }

    private void visit(Place place) {
        if (!visited.add(place.type.getName())) {
            return;
        }
        switch (place.type) {
            case GraphQLInterfaceType type -> {
                visitFields(type, place.around);
                schema.getImplementations(type).forEach(member -> narrow(member, place.around));
            }
            case GraphQLUnionType type -> type.getTypes().forEach(member -> narrow(member, place.around));
            case GraphQLObjectType type -> visitFields(type, place.around);
            default -> {}
        }
    }

    private void narrow(GraphQLNamedOutputType member, UnaryOperator<String> around) {
        open.add(new Place(member, inner -> around.apply("... on " + member.getName() + " { " + inner + " }")));
    }

    private void visitFields(GraphQLFieldsContainer type, UnaryOperator<String> around) {
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            String call = field.getName() + arguments(field);
            GraphQLNamedOutputType next = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
            boolean leaf = next instanceof GraphQLScalarType || next instanceof GraphQLEnumType;
            found.add(new Asked(type, field, around.apply(leaf ? call : call + " { __typename }")));
            if (!leaf) {
                open.add(new Place(next, inner -> around.apply(call + " { " + inner + " }")));
            }
        }
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull
                    || argument.getName().equals("first")) {
                String name = field.getName() + "." + argument.getName();
                given.add(argument.getName() + ": " + value(name, argument.getType()));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(String name, GraphQLType type) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (GraphQLTypeUtil.isList(nullable)) {
            return "[" + value(name, GraphQLTypeUtil.unwrapOne(nullable)) + "]";
        }
        return switch (nullable) {
            case GraphQLEnumType values -> values.getValues().getFirst().getName();
            case GraphQLInputObjectType object -> object(object);
            case GraphQLScalarType scalar when ids.containsKey(name) -> "\"" + ids.get(name) + "\"";
            case GraphQLScalarType scalar -> VALUES.get(scalar.getName());
            default -> throw new IllegalStateException("No input: " + nullable);
        };
    }

    private String object(GraphQLInputObjectType type) {
        List<GraphQLInputObjectField> fields = type.isOneOf()
                ? type.getFieldDefinitions().subList(0, 1)
                : type.getFieldDefinitions().stream()
                        .filter(field -> field.getType() instanceof GraphQLNonNull)
                        .toList();
        return fields.stream()
                .map(field -> field.getName() + ": " + value(field.getName(), field.getType()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
