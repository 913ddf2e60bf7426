package org.ipwarehouse.warehouse.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a publication, from draft to what the public holds. What is signed is kept for ever; an edition ends by
 * withdrawal or by a correction that takes its place, never by being changed.
 *
 * @param id {@code <series>-<period>-<number>}, for example {@code quarterly-2026Q3-1}
 * @param series folder of {@code reports/bulletins}: quarterly, annual, monthly
 * @param number of the edition of this period, from 1; a correction has the next one
 * @param steps what happened to it, ascending; the last one says its state
 * @param vintage of which moment the figures are
 * @param embargo until when nothing of it may leave the house, null where at once
 * @param figures how many figures were frozen, suppressed ones included
 * @param figureDigest SHA-256 of the frozen figures in their order
 * @param documents what was made of them; what a reader opens
 * @param context what they were made with, for a regeneration: software, policy, writers' files
 * @param isSynthetic true where a submission behind the figures was synthetic
 */
public record Release(
        String id,
        String series,
        Period period,
        int number,
        List<Step> steps,
        Instant vintage,
        @Nullable Instant embargo,
        long figures,
        String figureDigest,
        List<Document> documents,
        Context context,
        boolean isSynthetic) {

    public Release {
        steps = List.copyOf(steps);
        documents = List.copyOf(documents);
        if (steps.isEmpty() || number < 1) {
            throw new IllegalArgumentException(id + ": number " + number + ", " + steps.size() + " steps");
        }
    }

    /** What may happen to an edition. */
    public enum State {
        /** 编制 */
        DRAFT("编制"),
        /** 审核 */
        REVIEWED("审核"),
        /** 签发 */
        SIGNED("签发"),
        /** 撤回: it was public and is no longer to be used. */
        WITHDRAWN("撤回"),
        /** 更正: a corrected edition has taken its place. */
        CORRECTED("已更正"),
        /** 作废: given up before it was signed. */
        DROPPED("作废");

        private final String labelZh;

        State(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** @param reason why it was withdrawn or corrected, what a reviewer noted; "" where nothing was said */
    public record Step(State state, String by, Instant at, String reason) {
        public Step {
            if (by.isBlank()) {
                throw new IllegalArgumentException("A step needs a person");
            }
        }
    }

    /** @param name of the file in the edition's folder */
    public record Document(String name, String sha256, long bytes) {}

    /**
     * @param software version that made the documents
     * @param policy digest of the disclosure policy
     * @param writersFiles digest of the list of templates, wording and style as they were kept
     * @param definitions digest of passports, names, targets and the state of the tasks as they were frozen; the desk fills
     *     it in
     */
    public record Context(String software, String policy, String writersFiles, String definitions) {
        public Context withDefinitions(String digest) {
            return new Context(software, policy, writersFiles, digest);
        }
    }

    public State state() {
        return last().state();
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The last step of a kind. */
    public Optional<Step> step(State state) {
        return steps.stream().filter(step -> step.state() == state).reduce((earlier, later) -> later);
    }

    /** Whether it was signed, be it withdrawn or corrected since: what the public has seen stays known. */
    public boolean wasSigned() {
        return step(State.SIGNED).isPresent();
    }

    /** Whether nothing of it may leave the house yet. */
    public boolean isEmbargoed(Instant now) {
        return embargo != null && now.isBefore(Objects.requireNonNull(embargo));
    }
}
