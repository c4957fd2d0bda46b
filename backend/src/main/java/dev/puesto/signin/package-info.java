/** From an access token or a session to the viewer: people and their sign-in, the embedded issuer, the checking of tokens, what a request without either is told. */
@ApplicationModule(allowedDependencies = {"account", "partner"})
@NullMarked
package dev.puesto.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
