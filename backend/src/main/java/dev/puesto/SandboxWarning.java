package dev.puesto;

import dev.puesto.payment.PaymentGateway;
import dev.puesto.tax.TaxIdChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns at the start where a database of the operator's own is used with parts that only play at being real. */
@Component
class SandboxWarning {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxWarning.class);

    private final PuestoProperties puesto;
    private final PaymentGateway gateway;
    private final TaxIdChecker checker;

    SandboxWarning(PuestoProperties puesto, PaymentGateway gateway, TaxIdChecker checker) {
        this.puesto = puesto;
        this.gateway = gateway;
        this.checker = checker;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        sentence(puesto.embeddedDatabase(), gateway.isSandbox(), checker.isSandbox())
                .ifPresent(LOG::warn);
    }

    /** What there is to warn of. */
    static Optional<String> sentence(boolean embeddedDatabase, boolean gateway, boolean checker) {
        List<String> parts = new ArrayList<>();
        if (gateway) {
            parts.add("payments are played by the sandbox gateway, no money moves (no other gateway is built in yet)");
        }
        if (checker) {
            parts.add("VAT numbers are checked by the sandbox, nobody is asked"
                    + " (puesto.tax.check.checker=VIES asks the European Commission)");
        }
        return embeddedDatabase || parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Not ready for real customers, though the database is your own: "
                        + String.join("; ", parts) + ".");
    }
}
