package dev.puesto.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** The code of each class of user error, derived once. */
final class UserErrorNames {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    static final ClassValue<String> CODES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return WORD_START.matcher(type.getSimpleName()).replaceAll("_").toUpperCase(Locale.ROOT);
        }
    };

    private UserErrorNames() {}
}
