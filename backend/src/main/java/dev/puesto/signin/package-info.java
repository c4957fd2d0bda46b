/** From an access token to the viewer: the embedded issuer, the checking of tokens, what a request without one is told. */
@ApplicationModule(allowedDependencies = {"account", "partner"})
@NullMarked
package dev.puesto.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
