package org.ipwarehouse.etl.jobs;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.jobs.WorkNotes.Archive;
import org.ipwarehouse.etl.jobs.WorkNotes.Original;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Received;
import org.ipwarehouse.etl.receive.Unpacked;
import org.ipwarehouse.etl.receive.Unpacking;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;

/**
 * Archives among the files of a run (D08): each table in one becomes a submission of its own; the archive has an account
 * without rows, which says how many there were.
 */
final class Archives {
    static final String UNPACKED = "ARCHIVE_UNPACKED";
    private static final String PASSED_OVER = "ARCHIVE_MEMBER_IGNORED";

    private final Landing landing;
    private final ArchiveLimits limits;
    private final WorkNotes notes;

    Archives(Landing landing, ArchiveLimits limits, WorkNotes notes) {
        this.landing = landing;
        this.limits = limits;
        this.notes = notes;
    }

    /**
     * Unpacks what can be unpacked, and notes it.
     *
     * @param held whether the warehouse has a submission of this SHA-256
     * @return the originals, each archive followed by its members; of equal bytes the first only
     */
    List<Original> unpack(List<Original> originals, Predicate<String> held) {
        Map<String, Original> all = new LinkedHashMap<>();
        List<Archive> archives = new ArrayList<>();
        for (Original original : originals) {
            all.putIfAbsent(original.sha256(), original);
            if (isArchive(original)) {
                Unpacked unpacked = new Unpacking(landing, limits)
                        .unpack(landing.original(original.sha256()), original.file(), original.receivedAt());
                archives.add(archive(original, unpacked));
                for (Received member : unpacked.members()) {
                    all.putIfAbsent(
                            member.sha256(),
                            new Original(
                                    member.sha256(),
                                    member.fileName(),
                                    original.received(),
                                    held.test(member.sha256())));
                }
            }
        }
        notes.archives(archives);
        return List.copyOf(all.values());
    }

    private boolean isArchive(Original original) {
        try {
            return Unpacking.isArchive(landing.original(original.sha256()));
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    private static Archive archive(Original original, Unpacked unpacked) {
        List<String> members =
                unpacked.members().stream().map(Received::sha256).distinct().toList();
        return new Archive(original.sha256(), members, unpacked.passedOver(), unpacked.reason(), unpacked.remedy());
    }

    /** The account of an archive; empty for any other file. */
    Optional<SubmissionRecord> account(Original original, LocalDate day) {
        return find(original.sha256()).map(archive -> {
            Submission submission =
                    new Submission(original.sha256(), original.file(), "", original.receivedAt(), day, List.of());
            if (!archive.reason().isEmpty()) {
                return SubmissionRecord.refused(submission, archive.reason(), archive.remedy());
            }
            if (archive.members().isEmpty()) {
                return SubmissionRecord.refused(submission, "FILE_TYPE_UNKNOWN", "压缩包里没有表格。请报送 .xlsx 或 CSV。");
            }
            TreeMap<String, Long> warnings = new TreeMap<>();
            warnings.put(UNPACKED, (long) archive.members().size());
            if (!archive.passedOver().isEmpty()) {
                warnings.put(PASSED_OVER, (long) archive.passedOver().size());
            }
            return new SubmissionRecord(submission, Verdict.ACCEPTED, 0, 0, 0, 0, new TreeMap<>(), warnings, "");
        });
    }

    /** What is to be said about an archive, one remark for each kind. */
    List<Remark> remarks(Original original) {
        List<Remark> remarks = new ArrayList<>();
        find(original.sha256()).filter(archive -> archive.reason().isEmpty()).ifPresent(archive -> {
            remarks.add(remark(UNPACKED, "压缩包已解开，其中 " + archive.members().size() + " 个表格各自作为一次报送处理。"));
            if (!archive.passedOver().isEmpty()) {
                remarks.add(remark(PASSED_OVER, "以下文件不是表格，未读取：" + String.join("、", archive.passedOver()) + "。"));
            }
        });
        return remarks;
    }

    private static Remark remark(String code, String message) {
        return new Remark(code, new Origin("", 0), message);
    }

    private Optional<Archive> find(String sha256) {
        return notes.archives().stream()
                .filter(archive -> archive.sha256().equals(sha256))
                .findFirst();
    }
}
