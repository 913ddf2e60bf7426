package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.standardise.PrivateCharacters;

/** Says of a file which contract it keeps, by its bytes and headers. The same bytes, name and day give the same answer. */
public final class Recogniser {
    /** Fewer unreadable cells at the top of a file are an accident, not its encoding. */
    private static final int LOST_CELLS = 3;

    private final HeaderFinder headers;
    private final SheetRules rules;

    /** A recogniser under the standard rules. */
    public Recogniser(List<Contract> contracts) {
        this(contracts, SheetRules.standard());
    }

    /** @param rules how sheets are taken apart in this installation */
    public Recogniser(List<Contract> contracts, SheetRules rules) {
        this.headers = new HeaderFinder(contracts);
        this.rules = rules;
    }

    /**
     * @param file the kept bytes
     * @param fileName name under which they came: it may tell the period and settle a tie
     * @param receivedOn day of receipt, the file's {@code asOf} where nothing names another
     * @throws org.ipwarehouse.warehouse.api.Fault where the bytes cannot be read at all
     */
    public Recognition recognise(Original file, String fileName, LocalDate receivedOn) {
        try {
            FileForm form = FormRecogniser.of(file);
            Optional<SheetReader> reader = open(form, file);
            if (reader.isEmpty()) {
                return refused(form);
            }
            return recognise(reader.get(), fileName, receivedOn);
        } catch (UnreadableFile e) {
            return refused(e);
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    private static Refused refused(UnreadableFile file) {
        return file.remedy().isEmpty()
                ? refused(file.form())
                : new Refused(file.form().reason(), "", List.of(), file.remedy());
    }

    private static Refused refused(FileForm form) {
        return new Refused(form.reason(), "", List.of(), "这是" + form.nameZh() + "。" + form.remedy());
    }

    private static Optional<SheetReader> open(FileForm form, Original file) throws IOException {
        try {
            return SheetReaders.open(form, file);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            if (form == FileForm.DELIMITED_TEXT) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Recognition recognise(SheetReader opened, String fileName, LocalDate receivedOn) throws IOException {
        SheetReader reader = opened;
        SheetChoice choice;
        try {
            choice = choice(reader, fileName);
            Optional<SheetReader> better =
                    choice.refusal().isPresent() ? proven(opened.alternatives(), fileName) : Optional.empty();
            if (better.isPresent()) {
                reader = better.get();
                choice = choice(reader, fileName);
            }
            reader = choice.refusal().isPresent() ? reader : reader.checked();
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            return refused(FileForm.DAMAGED);
        }
        Optional<Refused> refusal = choice.refusal();
        if (refusal.isPresent()) {
            return isLost(opened.tops()) ? Refusals.garbled() : refusal.get();
        }
        return new FileHead(new FileContent(reader, rules), choice, fileName, receivedOn).recognition();
    }

    private SheetChoice choice(SheetReader reader, String fileName) throws IOException {
        return SheetChoice.of(reader.tops(), headers, rules, fileName);
    }

    /** Whether the first rows have cells of which nobody can say what they said: then it is no wonder that no header is found. */
    private static boolean isLost(List<SheetTop> tops) {
        return tops.stream()
                        .flatMap(top -> top.lines().stream())
                        .flatMap(line -> line.cells().stream())
                        .filter(PrivateCharacters::isLost)
                        .limit(LOST_CELLS)
                        .count()
                == LOST_CELLS;
    }

    /** The first of some ways to read a file in which a contract's header stands. */
    private Optional<SheetReader> proven(List<SheetReader> ways, String fileName) throws IOException {
        for (SheetReader way : ways) {
            if (choice(way, fileName).refusal().isEmpty()) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }
}
