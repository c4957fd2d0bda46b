package dev.puesto.signin;

import dev.puesto.signin.People.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The passwords of people, for the embedded issuer: found by e-mail address, the person's id is the name that follows. */
final class Passwords implements UserDetailsService {
    private static final PasswordEncoder ENCODER =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));

    private final People people;

    Passwords(People people) {
        this.people = people;
    }

    /** What encodes and checks them; the encoded form names its way, so that another can follow. */
    static PasswordEncoder encoder() {
        return ENCODER;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        Credentials found = Optional.of(email)
                .filter(text -> text.indexOf('\0') < 0)
                .flatMap(people::credentials)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody signs in with that address"));
        return new User(found.id().value().toString(), found.passwordHash(), List.of());
    }
}
