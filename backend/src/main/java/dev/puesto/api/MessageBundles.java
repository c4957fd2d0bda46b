package dev.puesto.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds the bundles that the features bring. */
@Component
final class MessageBundles {
    private static final String ENGLISH_ENDING = "_en.properties";

    private final List<String> baseNames;

    MessageBundles(ResourcePatternResolver resources) {
        try {
            Resource[] english = resources.getResources("classpath*:messages/*" + ENGLISH_ENDING);
            this.baseNames = Arrays.stream(english)
                    .map(MessageBundles::baseName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> baseNames() {
        return baseNames;
    }

    private static String baseName(Resource english) {
        String file = english.getFilename();
        if (file == null) {
            throw new IllegalStateException("A message bundle without a name: " + english);
        }
        return "messages/" + file.substring(0, file.length() - ENGLISH_ENDING.length());
    }
}
