package dev.puesto.graphql;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The features' bundles of messages as files. */
final class MessageBundleFiles {
    private MessageBundleFiles() {}

    /** All messages of a language. */
    static Properties messages(String language) {
        Properties messages = new Properties();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    messages.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /** The keys of a language's messages. */
    static Set<String> keys(String language) {
        return new TreeSet<>(messages(language).stringPropertyNames());
    }
}
