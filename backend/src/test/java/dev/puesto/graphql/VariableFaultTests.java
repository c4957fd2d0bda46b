package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class VariableFaultTests {
    private static final String NODES = "query($ids: [ID!]!, $page: Int = 1) {"
            + " nodes(ids: $ids) { id } products(first: $page) { totalCount } }";

    @Autowired
    private TestApi api;

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(message(Map.of())).contains("\"ids\" is missing or its value does not fit its type.");
    }

    @Test
    void namesThePlaceInTheVariable() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", Arrays.asList("a", null));
        assertThat(message(variables)).contains("\"ids\"").endsWith("at ids.1.");
    }

    @Test
    void namesANumberThatIsNone() {
        assertThat(message(Map.of("ids", List.of(), "page", "many"))).contains("\"page\"");
        assertThat(message(Map.of("ids", List.of(), "page", 1.5))).contains("\"page\"");
        assertThat(message(Map.of("ids", List.of(), "page", 3_000_000_000L))).contains("\"page\"");
    }

    private String message(Map<String, Object> variables) {
        TestApi.Answer answer = api.client().post(NODES, variables);
        assertThat(answer.errorCodes()).containsExactly("BAD_REQUEST");
        return answer.text("errors.0.message");
    }
}
