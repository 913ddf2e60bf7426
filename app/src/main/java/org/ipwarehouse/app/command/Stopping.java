package org.ipwarehouse.app.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.warehouse.api.StopRequested;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A clean end on SIGTERM or Ctrl-C: the signal only asks; the work ends itself at the next place where it may, and what
 * it has not reached is resumed by the next run. A second signal ends the process at once. The signal is taken before
 * the virtual machine begins to shut down, because the shutdown would close Spark and the job repository under the work.
 */
final class Stopping implements AutoCloseable {
    /** Exit code of a process that SIGTERM ended: 128 + 15. */
    static final int EXIT_CODE = 143;

    private static final List<String> SIGNALS = List.of("TERM", "INT");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    private Stopping() {}

    static Stopping onSignal() {
        Stopping stopping = new Stopping();
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            stopping.before.put(signal, Signal.handle(signal, received -> stopping.ask()));
        }
        return stopping;
    }

    private void ask() {
        close();
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** @throws StopRequested where a signal has come */
    void check() {
        if (isAsked()) {
            throw new StopRequested();
        }
    }

    /** Waits, at most so long, for a signal. @return whether one has come */
    boolean await(Duration time) {
        try {
            return asked.await(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Signals mean again what they meant before. */
    @Override
    public synchronized void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}
