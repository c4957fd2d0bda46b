package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessageBundleTests {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void everySentenceIsThereInBothLanguages() {
        assertThat(MessageBundleFiles.keys("es")).isNotEmpty().containsExactlyElementsOf(MessageBundleFiles.keys("en"));
    }

    @Test
    void bothLanguagesSayTheSameValues() {
        Properties english = MessageBundleFiles.messages("en");
        Properties spanish = MessageBundleFiles.messages("es");
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(spanish.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static Set<String> placeholders(String sentence) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
