package dev.puesto.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a sign-in leads: a page of the console, never another site and never back into the sign-in. */
final class LocalPath {
    private static final int LENGTH_MAX = 2000;
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    private static final Pattern NO_PAGE = Pattern.compile("/(login|logout|oauth2|connect|graphql)(?![^/?#]).*");

    private LocalPath() {}

    /** The path with its search, if it is a page's; else the console's first page. */
    static String of(@Nullable String wanted) {
        boolean page = wanted != null
                && wanted.length() <= LENGTH_MAX
                && PAGE.matcher(wanted).matches()
                && !NO_PAGE.matcher(wanted).matches();
        return page ? wanted : "/";
    }
}
