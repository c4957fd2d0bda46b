package dev.puesto.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaFileTests {

    @Test
    void schemaFileIsWhatTheMigrationsMake() throws Exception {
        assertThat(Path.of("schema.sql"))
                .as("db/schema.sql, which any build of the backend writes anew")
                .hasContent(SchemaPrinter.print(MigratedDatabase.POSTGRES));
    }
}
