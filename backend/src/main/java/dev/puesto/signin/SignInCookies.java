package dev.puesto.signin;

import dev.puesto.api.PublicAddress;

/** How our cookies are named and kept: bound to this very host wherever it is reached by TLS. */
final class SignInCookies {

    private SignInCookies() {}

    /** The cookie's name, with the prefix that browsers honour by TLS. */
    static String name(PublicAddress address, String name) {
        return address.isSecure() ? "__Host-" + name : name;
    }
}
