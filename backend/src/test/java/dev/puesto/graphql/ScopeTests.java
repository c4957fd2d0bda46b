package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.access.Scope;
import graphql.schema.GraphQLNamedOutputType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** Tries every field of the schema over HTTP with tokens that lack one scope each. */
@PuestoTest
class ScopeTests {
    @Autowired
    private TestApi api;

    @Autowired
    private GraphQlSource source;

    @Test
    void everyFieldIsRefusedToATokenThatLacksItsScope() {
        Map<Scope, TestApi.Client> lacking = new EnumMap<>(Scope.class);
        List<String> open = new ArrayList<>();
        int tried = 0;
        for (SchemaWalk.Asked asked : SchemaWalk.fields(source.schema())) {
            Scope need = Needs.of((GraphQLNamedOutputType) asked.parent(), asked.field())
                    .orElse(null);
            if (need != null) {
                tried++;
                TestApi.Answer answer =
                        lacking.computeIfAbsent(need, this::clientWithout).post(asked.document());
                if (answer.status() != 403 || !answer.errorCodes().equals(List.of("FORBIDDEN"))) {
                    open.add(asked + ": " + answer.body());
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private TestApi.Client clientWithout(Scope scope) {
        Set<Scope> rest = EnumSet.allOf(Scope.class);
        rest.remove(scope);
        return api.client(rest.toArray(Scope[]::new));
    }
}
