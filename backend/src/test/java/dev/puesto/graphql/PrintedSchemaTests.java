package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The published schema is the features' files put together. */
class PrintedSchemaTests {
    private static final Path PRINTED = Path.of("..", "web-console", "schema.graphql");
    private static final Set<String> OWN_DIRECTIVES = Set.of("needs", "open", "cost");
    private static final String UPDATE = "puesto.schema.update";

    @Test
    void printedSchemaIsTheCommittedOne() throws IOException {
        String printed = print(schema());
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PRINTED, printed);
        }
        assertThat(Files.exists(PRINTED) ? Files.readString(PRINTED) : "")
                .as(
                        "web-console/schema.graphql is not today's: write it anew with"
                                + " mvn test -pl backend -am -Dtest=PrintedSchemaTests -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -D%s=true",
                        UPDATE)
                .isEqualTo(printed);
    }

    private static GraphQLSchema schema() throws IOException {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
            try (InputStream input = file.getInputStream()) {
                registry.merge(new SchemaParser().parse(input));
            }
        }
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }

    private static String print(GraphQLSchema schema) {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeSchemaDefinition(false)
                .includeDirectiveDefinition(OWN_DIRECTIVES::contains);
        return new SchemaPrinter(options).print(schema);
    }
}
