package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import graphql.TrivialDataFetcher;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/** Holds the whole schema to its rules, so that no feature can forget one. */
@PuestoTest
class SchemaTests {
    @Autowired
    private GraphQlSource source;

    @Autowired
    private SchemaInspection inspection;

    @Test
    void everyFieldOfTheRootsStatesItsNeed() {
        List<GraphQLObjectType> roots = Stream.of(
                        source.schema().getQueryType(), source.schema().getMutationType())
                .filter(root -> root != null)
                .toList();
        assertThat(roots.stream().flatMap(root -> fields(root).filter(field -> !Needs.states(field.definition))))
                .isEmpty();
    }

    @Test
    void everyTypeStatesItsNeedOrEachOfItsFieldsDoes() {
        assertThat(containers()
                        .filter(type -> type != source.schema().getQueryType()
                                && type != source.schema().getMutationType())
                        .filter(type -> !Needs.states((GraphQLDirectiveContainer) type))
                        .flatMap(this::fields)
                        .filter(field -> !Needs.states(field.definition)))
                .isEmpty();
    }

    @Test
    void everythingIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (GraphQLNamedSchemaElement type : ownTypes().toList()) {
            note(silent, type, type.getName());
            if (type instanceof GraphQLFieldsContainer container) {
                container.getFieldDefinitions().forEach(field -> {
                    note(silent, field, type.getName() + "." + field.getName());
                    field.getArguments()
                            .forEach(argument -> note(
                                    silent,
                                    argument,
                                    type.getName() + "." + field.getName() + "(" + argument.getName() + ")"));
                });
            }
            if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions()
                        .forEach(field -> note(silent, field, type.getName() + "." + field.getName()));
            }
            if (type instanceof GraphQLEnumType values) {
                values.getValues().forEach(value -> note(silent, value, type.getName() + "." + value.getName()));
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void note(List<String> silent, GraphQLNamedSchemaElement element, String name) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            silent.add(name);
        }
    }

    @Test
    void everyFieldIsMappedAndEveryTypeInspected() {
        SchemaReport report = inspection.report();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.skippedTypes()).noneMatch(skipped -> isInspectedNowhere(skipped, report));
    }

    /** A light fetcher tells no Java type; what it returns must be inspected where another field returns it. */
    private boolean isInspectedNowhere(SchemaReport.SkippedType skipped, SchemaReport report) {
        Set<FieldCoordinates> skippedFields = report.skippedTypes().stream()
                .map(SchemaReport.SkippedType::fieldCoordinates)
                .collect(Collectors.toSet());
        return containers()
                .filter(GraphQLObjectType.class::isInstance)
                .flatMap(this::fields)
                .filter(field -> GraphQLTypeUtil.unwrapAll(field.definition.getType()) == skipped.type())
                .allMatch(field ->
                        skippedFields.contains(FieldCoordinates.coordinates(field.parent, field.definition.getName())));
    }

    @Test
    void propertiesAreReadByTrivialFetchers() {
        assertThat(containers()
                        .filter(GraphQLObjectType.class::isInstance)
                        .flatMap(this::fields)
                        .filter(field -> {
                            DataFetcher<?> fetcher = source.schema()
                                    .getCodeRegistry()
                                    .getDataFetcher(
                                            FieldCoordinates.coordinates(field.parent, field.definition.getName()),
                                            field.definition);
                            return !(fetcher instanceof TrivialDataFetcher)
                                    && !(fetcher instanceof SelfDescribingDataFetcher<?>);
                        }))
                .isEmpty();
    }

    @Test
    void everyUserErrorHasItsCodeAndItsWords() {
        GraphQLSchema schema = source.schema();
        GraphQLEnumType codes = (GraphQLEnumType) schema.getType("UserErrorCode");
        List<String> errors = schema.getImplementations((GraphQLInterfaceType) schema.getType("UserError")).stream()
                .map(GraphQLObjectType::getName)
                .toList();
        assertThat(errors.stream().map(SchemaTests::code))
                .containsExactlyInAnyOrderElementsOf(codes.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList());
        Set<String> keys = MessageBundleFiles.keys("en");
        assertThat(errors)
                .allMatch(error -> keys.stream()
                        .anyMatch(
                                key -> key.equals("userError." + error) || key.startsWith("userError." + error + ".")));
    }

    private static String code(String type) {
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private Stream<GraphQLNamedSchemaElement> ownTypes() {
        return source.schema().getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .map(GraphQLNamedSchemaElement.class::cast);
    }

    private Stream<GraphQLFieldsContainer> containers() {
        return ownTypes().filter(GraphQLFieldsContainer.class::isInstance).map(GraphQLFieldsContainer.class::cast);
    }

    private Stream<OwnField> fields(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream().map(field -> new OwnField(type.getName(), field));
    }

    private record OwnField(String parent, GraphQLFieldDefinition definition) {
        @Override
        public String toString() {
            return parent + "." + definition.getName();
        }
    }
}
