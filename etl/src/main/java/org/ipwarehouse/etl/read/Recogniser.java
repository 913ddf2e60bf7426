package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Refused;

/** Says of a file which contract it keeps, by its bytes and headers. The same bytes, name and day give the same answer. */
public final class Recogniser {
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
            long openQuote = reader.get() instanceof TextReader text ? text.openQuote() : 0;
            if (openQuote > 0) {
                return Refusals.openQuote(openQuote);
            }
            return recognise(reader.get(), fileName, receivedOn);
        } catch (UnreadableFile e) {
            return refused(e.form());
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
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

    private Recognition recognise(SheetReader reader, String fileName, LocalDate receivedOn) throws IOException {
        List<SheetTop> tops;
        try {
            tops = reader.tops();
        } catch (IOException e) {
            return refused(FileForm.DAMAGED);
        }
        Optional<ReturnSlip> slip = ReturnSlip.in(tops);
        List<SheetTop> sheets = new ArrayList<>(tops);
        slip.ifPresent(found -> sheets.removeIf(top -> !ReturnSlip.isReturned(top)));
        SheetChoice choice = SheetChoice.of(sheets, headers, rules, fileName);
        Optional<Refused> refusal = choice.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        FileContent content = new FileContent(reader, rules);
        return new FileHead(content, choice, fileName, receivedOn).recognition(slip);
    }
}
