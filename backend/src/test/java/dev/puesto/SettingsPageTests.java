package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of settings is made from what the compiler read out of the {@code ConfigurationProperties} records. */
class SettingsPageTests {

    private static final String HEADER = """
            # Settings

            Every setting of Puesto's own, with its default and meaning; Spring Boot's (`server.*`, `spring.*`, `logging.*`) are in its own documentation.
            Give one on the command line (`--puesto.home=/srv/puesto`) or in the environment (`PUESTO_HOME=/srv/puesto`).
            Written by `SettingsPageTests`: do not edit.

            | setting | default | meaning |
            |---|---|---|
            """;

    @Test
    void listsEverySettingWithItsDefaultAndMeaning() throws Exception {
        Path fresh = Path.of("target", "SETTINGS.md");
        Files.writeString(fresh, HEADER + rows());

        assertThat(Path.of("SETTINGS.md"))
                .as("backend/SETTINGS.md; copy " + fresh + " over it")
                .hasSameTextualContentAs(fresh);
    }

    @Test
    void everySettingSaysWhatItMeans() throws Exception {
        assertThat(settings().stream()
                        .filter(setting -> !setting.hasNonNull("description"))
                        .map(setting -> setting.get("name").asString()))
                .isEmpty();
    }

    private static String rows() throws Exception {
        List<PropertySource<?>> application =
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
        return settings().stream()
                .map(setting -> row(setting, application.getFirst()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<JsonNode> settings() throws Exception {
        JsonNode metadata = JsonMapper.shared()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream());
        return metadata.get("properties")
                .valueStream()
                .filter(setting -> setting.get("name").asString().startsWith("puesto."))
                .sorted(Comparator.comparing(setting -> setting.get("name").asString()))
                .toList();
    }

    private static String row(JsonNode setting, PropertySource<?> application) {
        String name = setting.get("name").asString();
        Object inFile = application.getProperty(name);
        String defaultValue = inFile != null
                ? inFile.toString()
                : setting.path("defaultValue").toString();
        String meaning = setting.path("description").asString("");
        return "| `" + name + "` | " + code(defaultValue.replace("\"", "")) + " | " + sentence(meaning) + " |";
    }

    private static String code(String value) {
        return value.isEmpty() ? "" : "`" + value.replace("|", "\\|") + "`";
    }

    private static String sentence(String description) {
        String oneLine = description
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
        return oneLine.isEmpty() ? "" : Character.toUpperCase(oneLine.charAt(0)) + oneLine.substring(1);
    }
}
