package org.ipwarehouse.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipwarehouse.app.answer.SubmissionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.config.Settings.Inbox;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.app.wiring.Works.Parts;
import org.ipwarehouse.app.wiring.Works.Published;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** The flows of an installation: receive, build, publish, and all three, for persons and for the clock. */
final class Flows {
    private final Desk desk;
    private final Settings settings;
    private final Stopping stopping;

    Flows(Desk desk, Settings settings, Stopping stopping) {
        this.desk = desk;
        this.settings = settings;
        this.stopping = stopping;
    }

    /** What the three jobs came to. */
    record Outcome(List<SubmissionRecord> received, BuildOutcome built, Published published) {}

    WorkLine line() {
        return new WorkLine(desk, stopping);
    }

    Outcome all(Works works, List<Path> files) {
        List<SubmissionRecord> received = works.receive(files, line().files(files.size()));
        return new Outcome(received, build(works), publish(works));
    }

    BuildOutcome build(Works works) {
        return works.build(line().steps("建库"));
    }

    Published publish(Works works) {
        return works.publish(Parts.ALL, Optional.empty(), line().steps("发布"));
    }

    /** All files in the inboxes; a folder that is not there is empty. */
    static List<Path> inbox(Settings settings, List<String> sources) {
        List<Path> folders = settings.inboxes().stream()
                .filter(i -> sources.isEmpty() || sources.contains(i.source()))
                .map(Inbox::folder)
                .filter(Files::isDirectory)
                .toList();
        return Exports.at(folders);
    }

    /** Does the work of an appointment. @return what was done, in one line */
    String keep(Works works, Appointment appointment) {
        return switch (appointment.flow()) {
            case RECEIVE -> {
                List<Path> files = inbox(settings, appointment.inboxes());
                yield SubmissionAnswer.total(works.receive(files, line().files(files.size())));
            }
            case BUILD -> built(build(works));
            case PUBLISH -> published(publish(works));
            case RUN -> {
                Outcome outcome = all(works, inbox(settings, appointment.inboxes()));
                yield SubmissionAnswer.total(outcome.received()) + "；" + built(outcome.built()) + "；"
                        + published(outcome.published());
            }
        };
    }

    static String built(BuildOutcome outcome) {
        return outcome.skipped() ? "数据与口径均未变，指标不必重算" : "算出指标 " + outcome.figures() + " 个";
    }

    static String published(Published published) {
        return published.skipped() ? "页面与公报已是最新" : "发布 " + published.files().size() + " 个文件";
    }

    /** Runs a person's work with an entry in the ledger, whatever comes of it. */
    <T> T noted(Works works, String name, Flow flow, Supplier<T> work) {
        Instant now = desk.clock().instant();
        works.ledger().closeInterrupted(now);
        String id = works.ledger().started(name, flow.name(), now, now);
        try {
            T result = work.get();
            works.ledger().ended(id, Run.Outcome.DONE, "", desk.clock().instant());
            return result;
        } catch (StopRequested asked) {
            works.ledger().ended(id, Run.Outcome.INTERRUPTED, "", desk.clock().instant());
            throw asked;
        } catch (RuntimeException failed) {
            noteFailure(works, id, failed);
            throw failed;
        }
    }

    /** A ledger that is gone too (the process is being ended) must not hide what failed. */
    private void noteFailure(Works works, String id, RuntimeException failed) {
        try {
            String message = String.valueOf(failed.getMessage());
            works.ledger().ended(id, Run.Outcome.FAILED, message, desk.clock().instant());
        } catch (RuntimeException ledgerGone) {
            failed.addSuppressed(ledgerGone);
        }
    }
}
