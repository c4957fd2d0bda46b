package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The public audit suite of the GraphQL over HTTP specification; it needs the console's npm packages, which its build installs. */
@PuestoTest
class GraphQlOverHttpTests {
    private static final Path CONSOLE =
            Path.of("..", "web-console").toAbsolutePath().normalize();

    @Autowired
    private TestApi api;

    @Test
    void passesThePublicAudits() throws Exception {
        assumeThat(CONSOLE.resolve("node_modules/graphql-http")).exists();
        Path installedNode = CONSOLE.resolve("node/node");
        ProcessBuilder audit = new ProcessBuilder(
                        Files.exists(installedNode) ? installedNode.toString() : "node",
                        "e2e/graphql-http-audit.mjs",
                        api.at("/graphql").toString())
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true);
        audit.environment().put("PUESTO_TOKEN", api.client().token());
        Process process = audit.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("audits are ok");
    }
}
